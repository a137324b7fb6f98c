/** Region and engine; said once where both have the same name, as the only ones there are. */
export const placeWords = ({ region, engine }: { readonly region: string; readonly engine: string | null }): string =>
  engine === region ? region : `${region} / ${engine ?? "–"}`;
