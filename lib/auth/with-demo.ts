import { failure } from "../errors.ts";
import { currentDemoVisit } from "./demo-visit.ts";
import { asRoute } from "./door.ts";

/** Door for whoever opened a demo in this browser, about that demo alone. */

interface Context {
  params: Promise<{ id: string }>;
}

export function demoRoute(
  handle: (stackId: string, request: Request) => Promise<Response>,
): (request: Request, context: Context) => Promise<Response> {
  return (request, { params }) =>
    asRoute(async () => {
      const { id } = await params;
      if ((await currentDemoVisit()) !== id) throw failure("demo_over");
      return handle(id, request);
    });
}
