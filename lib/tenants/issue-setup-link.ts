import http from "node:http";
import type { Db } from "../db/client.ts";
import { siteUrl } from "../domain/site-url.ts";
import { serviceAddresses } from "../domain/subnets.ts";
import { failure } from "../errors.ts";
import type { MasterKey } from "../secrets/key.ts";
import { unseal } from "../secrets/seal.ts";
import { findStack } from "./load-stack.ts";

const apiPort = 8000;
const deadlineMs = 5_000;

/**
 * Has a tenant's CMS make a one-time link for its first administrator. The CMS keeps only its hash.
 * @throws tenant_unknown, already_set_up, stack_api_failed
 */
export async function issueSetupLink(
  db: Db,
  key: MasterKey,
  slug: string,
  port: number,
): Promise<{ adminUrl: string }> {
  const tenant = await db.tenant.findUnique({
    where: { slug },
    select: { region: { select: { baseDomain: true } }, stacks: { where: { isCurrent: true }, select: { id: true } } },
  });
  const row = tenant?.stacks[0] && (await findStack(db, tenant.stacks[0]));
  if (!tenant || !row?.subnet) throw failure("tenant_unknown", { slug });
  const { controlToken } = unseal(key, row.name, row.secretsSealed);
  const answer = await post(serviceAddresses(row.subnet.cidr).api, "/internal/setup-links", controlToken).catch(
    (error: Error) => {
      throw failure("stack_api_failed", { stack: row.name, why: error.message }, { cause: error });
    },
  );
  if (answer.status === 409) throw failure("already_set_up", { stack: row.name });
  const token = answer.status === 201 ? (JSON.parse(answer.body) as { token?: unknown }).token : undefined;
  if (typeof token !== "string") throw failure("stack_api_failed", { stack: row.name, why: `status ${answer.status}` });
  return {
    adminUrl: `${siteUrl(slug, tenant.region.baseDomain, port)}/admin/setup?token=${encodeURIComponent(token)}`,
  };
}

function post(host: string, path: string, token: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, "content-length": 0 };
    const request = http.request(
      { host, port: apiPort, path, method: "POST", headers, agent: false, timeout: deadlineMs },
      (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          body += chunk;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
        response.on("error", reject);
      },
    );
    request.on("timeout", () => request.destroy(new Error(`no answer within ${deadlineMs / 1000} s`)));
    request.on("error", reject);
    request.end();
  });
}
