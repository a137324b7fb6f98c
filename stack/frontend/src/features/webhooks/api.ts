import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { request } from "@/lib/api.ts";

const statuses = ["pending", "delivered", "failed"] as const;

const webhookSchema = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  active: z.boolean(),
  /** Set when it was switched off by itself. */
  stoppedWhy: z.nullable(z.string()),
  createdAt: z.string(),
  lastDelivery: z.nullable(z.object({ status: z.enum(statuses), createdAt: z.string() })),
});

const detailSchema = z.extend(webhookSchema, { secret: z.string() });

const deliverySchema = z.object({
  id: z.string(),
  messageId: z.string(),
  event: z.string(),
  body: z.string(),
  status: z.enum(statuses),
  attempts: z.number(),
  createdAt: z.string(),
  /** When it is tried again; null once it is over. */
  dueAt: z.nullable(z.string()),
  triedAt: z.nullable(z.string()),
  responseStatus: z.nullable(z.number()),
  response: z.nullable(z.string()),
  error: z.nullable(z.string()),
  milliseconds: z.nullable(z.number()),
});

const listSchema = z.object({ items: z.array(deliverySchema), nextCursor: z.nullable(z.string()) });

export type Webhook = z.infer<typeof webhookSchema>;
export type WebhookDetail = z.infer<typeof detailSchema>;
export type Delivery = z.infer<typeof deliverySchema>;
export type WebhookFields = Pick<Webhook, "name" | "url" | "active"> & {
  events: readonly string[];
};

/** Everything under this key shows some part of the webhooks. */
export const webhooksKey = ["webhooks"] as const;

const at = (id: string) => `/webhooks/${encodeURIComponent(id)}`;

export const webhooksQuery = queryOptions({
  queryKey: [...webhooksKey, "list"],
  queryFn: ({ signal }) => request("GET", "/webhooks", { schema: z.array(webhookSchema), signal }),
});

/** With the secret that its messages are signed with. */
export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: [...webhooksKey, "one", id],
    queryFn: ({ signal }) => request("GET", at(id), { schema: detailSchema, signal }),
    gcTime: 0,
  });

/** Milliseconds between two looks while something is on its way. */
const soon = 1500;

export const deliveriesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...webhooksKey, "deliveries", id],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ limit: "20" });
      if (pageParam) search.set("cursor", pageParam);
      return request("GET", `${at(id)}/deliveries?${search}`, { schema: listSchema, signal });
    },
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    // Only what has not been tried yet changes by the second; a retry is minutes away.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isOnItsWay)) ? soon : false,
  });

export const isOnItsWay = ({ status, triedAt }: Delivery): boolean =>
  status === "pending" && triedAt === null;

export function createWebhook(fields: WebhookFields): Promise<WebhookDetail> {
  return request("POST", "/webhooks", { body: fields, schema: detailSchema });
}

export function saveWebhook(id: string, fields: WebhookFields): Promise<WebhookDetail> {
  return request("PUT", at(id), { body: fields, schema: detailSchema });
}

export function deleteWebhook(id: string): Promise<void> {
  return request("DELETE", at(id));
}

/** What is sent from then on is signed with the new secret. */
export function renewSecret(id: string): Promise<WebhookDetail> {
  return request("POST", `${at(id)}/secret`, { schema: detailSchema });
}

/** @throws {ApiError} `off_in_demo`, `webhook_inactive` */
export function sendTest(id: string): Promise<Delivery> {
  return request("POST", `${at(id)}/test`, { schema: deliverySchema });
}

/** @throws {ApiError} `off_in_demo`, `webhook_inactive` */
export function replayDelivery(deliveryId: string): Promise<Delivery> {
  return request("POST", `/webhooks/deliveries/${encodeURIComponent(deliveryId)}/replay`, {
    schema: deliverySchema,
  });
}
