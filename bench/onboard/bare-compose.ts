import { isMap, parseDocument } from "yaml";

/**
 * Docker Compose at its best: the same file, with no health checks and nothing that waits for
 * anything else, so that Compose starts all services side by side.
 * @throws when the text is not a compose file
 */
export function bareCompose(text: string): string {
  const document = parseDocument(text);
  const services = document.get("services");
  if (document.errors[0] || !isMap(services)) throw new Error("this is not a compose file");
  for (const { value: service } of services.items) {
    if (!isMap(service)) continue;
    service.delete("healthcheck");
    service.delete("depends_on");
  }
  return document.toString();
}
