import http from "node:http";

/** Where a stack's services listen, at their fixed addresses. */
export const servicePorts = { api: 8000, web: 8080 } as const;

/** `silent`: the connection was taken and nothing came; `absent`: nobody took one. */
export type Probed = { readonly status: number; readonly body: string } | "silent" | "absent";

const longestBody = 4_096;

/** One GET, by whoever may reach the address. @param patienceMs how long nothing may come */
export function probe(host: string, port: number, path: string, patienceMs = 2_000): Promise<Probed> {
  return new Promise((resolve) => {
    let isTaken = false;
    const request = http.get({ host, port, path, agent: false, timeout: patienceMs }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        if (body.length < longestBody) body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
      response.on("error", () => resolve("absent"));
    });
    request.on("socket", (socket) => {
      socket.once("connect", () => {
        isTaken = true;
      });
    });
    request.on("timeout", () => {
      resolve(isTaken ? "silent" : "absent");
      request.destroy();
    });
    // A connection that is cut short is a process that ends or begins, not one that hangs.
    request.on("error", () => resolve("absent"));
    request.on("close", () => resolve("absent"));
  });
}
