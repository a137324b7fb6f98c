"use client";

import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from "react";
import { StatusLabel } from "@/components/fleet/status-label.tsx";
import type { TenantStatus } from "@/lib/domain/status.ts";

interface Live {
  readonly status: TenantStatus;
  readonly tell: (status: TenantStatus) => void;
}

const LiveContext = createContext<Live | null>(null);

interface LiveStatusProps {
  /** As the server knew it when it made the page. */
  status: TenantStatus;
  children: ReactNode;
}

/** What one part of a tenant's page hears of its status holds for all of it, until the server says something new. */
export function LiveStatus({ status, children }: LiveStatusProps) {
  const [heard, setHeard] = useState({ insteadOf: status, status });
  const shown = heard.insteadOf === status ? heard.status : status;
  const tell = useCallback((news: TenantStatus) => setHeard({ insteadOf: status, status: news }), [status]);
  const live = useMemo(() => ({ status: shown, tell }), [shown, tell]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** Passes on what a part of the page hears. */
export function useTellStatus(status: TenantStatus): void {
  const tell = use(LiveContext)?.tell;
  useEffect(() => tell?.(status), [tell, status]);
}

export function LiveStatusLabel() {
  const live = use(LiveContext);
  return live && <StatusLabel status={live.status} />;
}
