const verbs: Readonly<Record<string, string>> = {
  "create-network": "Network",
  "create-volume": "Volume",
  "create-container": "Container",
  "start-container": "Starting",
  "restart-container": "Restarting",
  "stop-container": "Stopping",
  "remove-container": "Removing container",
  "remove-network": "Removing network",
  "remove-volume": "Removing volume",
  "connect-network": "Connecting",
  "disconnect-network": "Disconnecting",
  "unpause-container": "Continuing",
  "await-ready": "Waiting for",
};

/** An operation in the words of a step list. */
export function operationWords(kind: string, target: string): string {
  return `${verbs[kind] ?? kind.replaceAll("-", " ")} ${target}`;
}
