/**
 * The part of the Compose specification that Freehold supports. Every object is strict: a key that
 * is not here is an error, never ignored.
 */
import { z } from "zod";

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const mapping = z.record(
  z.string(),
  scalar.nullable().transform((value) => value ?? ""),
);
const list = z.array(z.string());

const bytes = scalar.transform((text, context) => {
  const match = /^(\d+(?:\.\d+)?)\s*([bkmg])?b?$/i.exec(text);
  if (!match?.[1]) {
    context.addIssue({ code: "custom", message: `“${text}” is not a size such as 64m` });
    return z.NEVER;
  }
  const factor = { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[(match[2] ?? "b").toLowerCase()] ?? 1;
  return Math.round(Number(match[1]) * factor);
});

const seconds = scalar.transform((text, context) => {
  const match = /^(?:(\d+)m)?(?:(\d+)s)?$/.exec(text);
  if (text === "" || !match) {
    context.addIssue({ code: "custom", message: `“${text}” is not a duration such as 10s` });
    return z.NEVER;
  }
  return Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0);
});

const positive = (what: string) =>
  scalar.transform((text, context) => {
    const value = Number(text);
    if (!(value > 0)) {
      context.addIssue({ code: "custom", message: `“${text}” is not ${what}` });
      return z.NEVER;
    }
    return value;
  });

const service = z.strictObject({
  image: z.string().min(1),
  build: z
    .strictObject({ context: z.string(), dockerfile: z.string().optional(), args: mapping.optional() })
    .optional(),
  command: list.optional(),
  entrypoint: list.optional(),
  environment: mapping.default({}),
  labels: mapping.default({}),
  user: scalar.optional(),
  read_only: z.boolean().default(false),
  init: z.boolean().default(false),
  tmpfs: list.default([]),
  cap_drop: list.default([]),
  cap_add: list.default([]),
  security_opt: list.default([]),
  pids_limit: positive("a number of processes").optional(),
  mem_limit: bytes.optional(),
  memswap_limit: bytes.optional(),
  shm_size: bytes.optional(),
  cpus: positive("a number of CPUs").optional(),
  restart: z.enum(["no", "always", "on-failure", "unless-stopped"]).default("no"),
  stop_grace_period: seconds.default(10),
  stop_signal: z.string().optional(),
  logging: z.strictObject({ driver: z.string(), options: mapping.default({}) }).optional(),
  volumes: list.default([]),
  network_mode: z.enum(["host", "none"]).optional(),
  networks: z.record(z.string(), z.strictObject({ ipv4_address: z.string().optional() })).optional(),
  extra_hosts: list.default([]),
  ports: list.default([]),
  healthcheck: z
    .strictObject({
      test: list,
      interval: z.string().optional(),
      timeout: z.string().optional(),
      start_period: z.string().optional(),
      start_interval: z.string().optional(),
      retries: z.number().optional(),
    })
    .optional(),
  depends_on: z
    .record(
      z.string(),
      z.strictObject({ condition: z.enum(["service_started", "service_healthy", "service_completed_successfully"]) }),
    )
    .default({}),
});

const network = z.strictObject({
  driver: z.enum(["bridge"]).optional(),
  driver_opts: mapping.default({}),
  ipam: z
    .strictObject({ config: z.array(z.strictObject({ subnet: z.string(), gateway: z.string().optional() })).length(1) })
    .optional(),
});

export const composeSchema = z.strictObject({
  services: z.record(
    z.string().regex(/^[a-z][a-z0-9]*$/, "a service's name is lower-case letters and digits"),
    service,
  ),
  networks: z.record(z.string(), network).default({}),
  volumes: z.record(z.string(), z.strictObject({}).nullable()).default({}),
});

export type ComposeFile = z.output<typeof composeSchema>;
export type ComposeService = z.output<typeof service>;
