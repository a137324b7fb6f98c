import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import type { Container } from "dockerode";
import pg from "pg";
import type { Engine } from "../../docker/connect.ts";
import { isAlive } from "./process-alive.ts";

const readySeconds = 60;
const testPostgresLabel = "freehold.test-postgres";

/**
 * A PostgreSQL of the stack's own image for as long as the work lasts, with a role that may create
 * databases. The engine removes it when it stops.
 */
export async function withTestPostgres<T>(
  engine: Engine,
  image: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const { docker } = engine;
  const password = randomBytes(16).toString("hex");
  const container = await docker.createContainer({
    name: `freehold-test-postgres-${process.pid}`,
    Image: image,
    Env: [`DB_PASSWORD=${password}`, "DB_NAME=freehold", "DB_USER=freehold"],
    Labels: { [testPostgresLabel]: String(process.pid) },
    ExposedPorts: { "5432/tcp": {} },
    HostConfig: {
      AutoRemove: true,
      Init: true,
      Tmpfs: { "/run/postgresql": "uid=10001" },
      PortBindings: { "5432/tcp": [{ HostIp: "127.0.0.1", HostPort: "" }] },
    },
  });
  try {
    await container.start();
    const port = (await container.inspect()).NetworkSettings.Ports["5432/tcp"]?.[0]?.HostPort;
    if (!port) throw new Error("the test's PostgreSQL was given no port");
    const url = `postgresql://freehold:${password}@127.0.0.1:${port}/freehold`;
    await awaitAnswer(url);
    await asSuperuser(container, "ALTER ROLE freehold CREATEDB");
    return await work(url);
  } finally {
    await container.remove({ force: true, v: true });
  }
}

async function asSuperuser(container: Container, statement: string): Promise<void> {
  const command = ["psql", "-q", "-h", "/run/postgresql", "-U", "postgres", "-d", "template1", "-c", statement];
  const exec = await container.exec({ Cmd: command, AttachStdout: true, AttachStderr: true });
  const said = await text(await exec.start({}));
  const { ExitCode } = await exec.inspect();
  if (ExitCode !== 0) throw new Error(`${statement}: ${said}`);
}

/** Those whose run is over. */
export async function removeTestPostgres({ docker }: Engine): Promise<void> {
  for (const { Id, Labels } of await docker.listContainers({ all: true, filters: { label: [testPostgresLabel] } })) {
    if (!isAlive(Number(Labels[testPostgresLabel]))) await docker.getContainer(Id).remove({ force: true, v: true });
  }
}

async function awaitAnswer(url: string): Promise<void> {
  const deadline = Date.now() + readySeconds * 1000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    } finally {
      await client.end();
    }
    await sleep(100);
  }
}
