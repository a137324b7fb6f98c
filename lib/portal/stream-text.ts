/** Small parts cost more than what is in them. Characters. */
const usualPart = 32_000;

/**
 * An answer that is sent while it is read: as fast as whoever asked takes it, and no further when they leave.
 * @param partLength how much is gathered before it is sent; 1 sends each line at once
 */
export function streamText(lines: AsyncGenerator<string>, partLength = usualPart): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      let part = "";
      while (part.length < partLength) {
        const { done, value } = await lines.next();
        if (done) {
          if (part !== "") controller.enqueue(encoder.encode(part));
          return controller.close();
        }
        part += value;
      }
      controller.enqueue(encoder.encode(part));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
