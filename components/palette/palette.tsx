"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { StatusLabel } from "@/components/fleet/status-label.tsx";
import { adminNav } from "@/components/portal/admin-nav.ts";
import { Dialog } from "@/components/ui/dialog.tsx";
import type { AdminPermission } from "@/lib/domain/permissions.ts";
import type { FoundTenant } from "@/lib/tenants/find-tenants.ts";
import { tenantCommands } from "./tenant-commands.ts";
import { useTenantSearch } from "./use-tenant-search.ts";

interface PaletteProps {
  can: readonly AdminPermission[];
  onClose: () => void;
}

/** Goes to any page or tenant, and to what can be done with one. */
export function Palette({ can, onClose }: PaletteProps) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [tenant, setTenant] = useState<FoundTenant | null>(null);
  const search = useTenantSearch(tenant === null ? text : "");

  function leave(href: string): void {
    onClose();
    if (href.startsWith("http")) window.open(href, "_blank", "noopener");
    else router.push(href);
  }

  function choose(next: FoundTenant | null): void {
    setTenant(next);
    setText("");
    input.current?.focus();
  }

  /** Backspace in an empty line takes back the tenant that was chosen. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Backspace" || text !== "" || tenant === null) return;
    event.preventDefault();
    choose(null);
  }

  const pages = adminNav.filter(({ name, permission }) => can.includes(permission) && matches(text, name));
  const commands = tenant ? tenantCommands(tenant, can).filter(({ name }) => matches(text, name)) : [];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={<span className="sr-only">Go to or do anything</span>}
      startAt={input}
      className="mt-[10vh] mb-auto max-w-xl overflow-hidden p-0 sm:p-0"
    >
      <Command shouldFilter={false} loop label="Go to or do anything" onKeyDown={onKeyDown} data-palette="">
        <div className="flex min-h-19 items-center gap-2 border-b border-rule pr-16 pl-5">
          {tenant && (
            <span className="max-w-40 shrink-0 truncate rounded-[3px] bg-green-soft px-2 leading-7 text-green">
              {tenant.name}
            </span>
          )}
          <Command.Input
            ref={input}
            value={text}
            onValueChange={setText}
            maxLength={100}
            placeholder={tenant ? "What to do" : "A client, its address, or a page"}
            className="min-h-11 w-full min-w-0 bg-transparent text-lg outline-none placeholder:text-ink-muted"
          />
        </div>
        <Command.List className="max-h-[min(26rem,60dvh)] overflow-y-auto p-2">
          {tenant ? (
            <Group heading={`What to do with ${tenant.name}`}>
              {commands.map(({ name, href }) => (
                <Item key={name} value={`do ${name}`} onSelect={() => leave(href)}>
                  {name}
                </Item>
              ))}
            </Group>
          ) : (
            <>
              {search.tenants.length > 0 && (
                <Group heading="Clients">
                  {search.tenants.map((found) => (
                    <Item key={found.slug} value={`tenant ${found.slug}`} onSelect={() => choose(found)}>
                      <span className="min-w-0 flex-1">
                        <span className="block truncate">{found.name}</span>
                        <span className="caption block truncate">{found.slug}</span>
                      </span>
                      <span className="text-sm">
                        <StatusLabel status={found.status} />
                      </span>
                    </Item>
                  ))}
                </Group>
              )}
              {pages.length > 0 && (
                <Group heading="Pages">
                  {pages.map(({ name, href }) => (
                    <Item key={href} value={`page ${href}`} onSelect={() => leave(href)}>
                      {name}
                    </Item>
                  ))}
                </Group>
              )}
            </>
          )}
          <Command.Empty className="px-3 py-8 text-center text-ink-muted">{search.words}</Command.Empty>
        </Command.List>
        <p role="status" className="sr-only">
          {tenant === null && text !== "" && search.words}
        </p>
      </Command>
    </Dialog>
  );
}

const matches = (text: string, name: string): boolean => name.toLowerCase().includes(text.trim().toLowerCase());

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group heading={<span className="caption block px-3 pt-2 pb-1">{heading}</span>}>{children}</Command.Group>
  );
}

function Item({ value, onSelect, children }: { value: string; onSelect: () => void; children: ReactNode }) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-11 cursor-pointer items-center gap-4 rounded-[3px] px-3 py-1.5 data-[selected=true]:bg-paper-sunken"
    >
      {children}
    </Command.Item>
  );
}
