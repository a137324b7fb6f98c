/** What roles are called, and what each may do. */
export type RoleWords<Role extends string> = Readonly<Record<Role, { readonly name: string; readonly text: string }>>;
