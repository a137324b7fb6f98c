interface ApplicationFacts {
  readonly id: string;
  readonly companyName: string;
  readonly slug: string;
  readonly region: { readonly baseDomain: string };
}

/** What mails say of an application: whose, where its site will be, and where it stands. */
export const aboutApplication = ({ id, companyName, slug, region }: ApplicationFacts, portalUrl: string) => ({
  companyName,
  address: `${slug}.${region.baseDomain}`,
  url: `${portalUrl}/applications/${id}`,
});
