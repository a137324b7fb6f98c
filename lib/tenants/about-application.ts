interface ApplicationFacts {
  readonly id: string;
  readonly companyName: string;
  readonly slug: string;
  readonly region: { readonly baseDomain: string };
}

/**
 * What mails say of an application: whose it is, where its site will be, and where it stands.
 * @param portalUrl the portal's address; the edge's port is the same for sites
 */
export function aboutApplication({ id, companyName, slug, region }: ApplicationFacts, portalUrl: string) {
  const { port } = new URL(portalUrl);
  return {
    companyName,
    address: `${slug}.${region.baseDomain}${port === "" ? "" : `:${port}`}`,
    url: `${portalUrl}/applications/${id}`,
  };
}
