/** A string that was parsed: `Slug` is not a `string` that happens to look like one. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
