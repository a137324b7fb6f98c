import { entry, passing } from "./entry.ts";

/** The machine: Docker Engine, images, networks, volumes. */
export const engineErrors = {
  engine_missing: entry(
    "No Docker Engine answers at {endpoint}.",
    "Start it, or run ./freehold up as root on Debian or Ubuntu, which installs one.",
    passing,
  ),
  engine_unreachable: entry(
    "The Docker Engine at {endpoint} does not answer: {why}.",
    "Check that it runs; work continues by itself when it is back.",
    passing,
  ),
  engine_timeout: entry(
    "The Docker Engine did not finish “{call}” within {seconds} s.",
    "It is tried again; if it stays, look at the engine's log.",
    passing,
  ),
  engine_refused: entry("The Docker Engine refused “{call}”: {why}.", "See ./freehold doctor.", passing),
  engine_forbidden: entry(
    "The Docker Engine at {endpoint} does not let this user in.",
    "Run as root, or add yourself to its group (usermod -aG docker $USER, then sign in again).",
    { exit: 1 },
  ),
  engine_needed: entry(
    "No Docker Engine answers at {endpoint}, and none is installed from here: {why}.",
    "Install one (Debian, Ubuntu: apt-get install docker.io iptables; others: https://docs.docker.com/engine/install) and start it.",
    { exit: 1 },
  ),
  engine_not_started: entry(
    "The Docker Engine did not answer within {seconds} s of being started: {why}.",
    "Its log is {log}.",
    { exit: 1 },
  ),
  packages_not_installed: entry("apt-get could not install {packages}: {why}.", "The whole log is {log}.", { exit: 1 }),
  base_image_unavailable: entry(
    "The base image {image} is not to be had: {why}.",
    "Pull or import it by hand under that name; the whole log is {log}.",
    { exit: 1 },
  ),
  build_failed: entry("Building {what} failed: {why}.", "The whole log is {log}.", { exit: 1 }),
  image_build_failed: entry("Building {image} failed: {why}.", "The whole log is {log}.", { exit: 1 }),
  image_missing: entry(
    "The image {image} is not on the engine.",
    "Run ./freehold up, which builds it; the tenant finishes by itself.",
    passing,
  ),
  subnet_pool_exhausted: entry(
    "The subnet pool {pool} of engine “{engine}” has no free /28 left ({used} in use).",
    "Purge closed tenants or give the engine a larger pool; the tenant finishes by itself.",
    passing,
  ),
  subnet_conflict: entry(
    "The subnet {subnet} overlaps with one that is already on the host.",
    "It is tried again with another.",
    passing,
  ),
  isolation_missing: entry(
    "Nothing keeps the network {subnet} apart from others on its engine: {why}.",
    "Run ./freehold up, which starts the guard; the tenant finishes by itself.",
    passing,
  ),
  isolation_unsupported: entry(
    "Nothing can keep the network {subnet} apart from others: the kernel of its engine's host has no policy routing ({why}).",
    "Use a kernel with CONFIG_IP_MULTIPLE_TABLES, as all distributions have; the tenant finishes by itself.",
    passing,
  ),
  home_full: entry(
    "{file} cannot be written: the disk is full.",
    "Free space where FREEHOLD_HOME lies; the tenant finishes by itself.",
    passing,
  ),
  disk_full: entry("The engine's disk is full.", "Free space on the engine; the tenant finishes by itself.", passing),
  address_taken: entry(
    "The address {address} is in use on the stack's network.",
    "Disconnect the container that uses it; the tenant finishes by itself.",
    passing,
  ),
  name_taken: entry(
    "{object} exists and does not carry our labels.",
    "Rename or remove it; Freehold does not touch what is not its own.",
    passing,
  ),
  port_taken: entry(
    "Port {port} is in use by another program.",
    "Stop that program, or choose another port with --port.",
    { exit: 1 },
  ),
  volume_missing: entry(
    "The data volume {volume} of “{stack}” is gone. It was not replaced, because an empty one would look like success.",
    "Restore it from a backup under the same name, then ./freehold retry {stack}; or purge the tenant.",
    { exit: 1 },
  ),
  not_ready: entry(
    "“{stack}” did not become ready within {seconds} s: {why}.",
    "See ./freehold logs {stack}; it is tried again by itself.",
    passing,
  ),
  container_exited: entry(
    "Service {service} of “{stack}” stopped with exit code {exitCode}.",
    "See ./freehold logs {stack} --service {service}.",
    passing,
  ),
  compose_plugin_missing: entry("docker compose is not installed.", "Install the docker-compose-plugin package.", {
    exit: 1,
  }),
};
