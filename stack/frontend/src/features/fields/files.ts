/** Whether an address is that of a picture, by what it ends in: that is all a field knows of it. */
export function isPicture(address: string): boolean {
  return /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#].*)?$/i.test(address);
}

/** The last part of an address, as people would write it. */
export function fileNameOf(address: string): string {
  const name =
    address
      .replace(/[?#].*$/, "")
      .split("/")
      .at(-1) || address;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
