import type { TenantService } from "@/lib/tenants/get-tenant.ts";

const stateTone: Readonly<Record<string, string>> = {
  running: "text-ok",
  starting: "text-busy",
  stopped: "text-idle",
  missing: "text-bad",
};

export function ServiceList({ services }: { services: readonly TenantService[] }) {
  if (services.length === 0) return <p className="text-ink-muted">Nothing has been made yet.</p>;
  return (
    <table className="w-full border-collapse text-left">
      <thead>
        <tr className="border-y border-rule">
          {["Service", "State", "Address", "Container"].map((name) => (
            <th
              key={name}
              scope="col"
              className={`caption px-3 py-2 font-normal first:pl-0 last:pr-0 ${name === "Container" ? "hidden sm:table-cell" : ""}`}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {services.map(({ name, state, address, containerId }) => (
          <tr key={name} className="border-b border-rule">
            <th scope="row" className="py-3 pr-3 font-medium">
              {name}
            </th>
            <td className={`px-3 py-3 ${stateTone[state ?? ""] ?? "text-ink-muted"}`}>{state ?? "not seen yet"}</td>
            <td className="px-3 py-3 font-mono text-[0.875rem]">{address ?? "–"}</td>
            <td className="hidden py-3 pl-3 font-mono text-[0.875rem] sm:table-cell">
              {containerId?.slice(0, 12) ?? "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
