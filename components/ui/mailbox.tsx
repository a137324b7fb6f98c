/** A mail address, which breaks before its @ where it does not fit; `wrap-anywhere` around it breaks it elsewhere. */
export function Mailbox({ address }: { address: string }) {
  const at = address.lastIndexOf("@");
  if (at < 1) return address;
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  );
}
