import { Button } from "@/components/ui/button.tsx";

interface PagerProps {
  /** From 0. */
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
}

export function Pager({ page, pageSize, total, onPage }: PagerProps) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const first = total === 0 ? 0 : page * pageSize + 1;
  const last = Math.min(total, (page + 1) * pageSize);
  const number = (value: number): string => value.toLocaleString("en");
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-rule pt-4">
      <p className="caption tabular-nums">
        {number(first)}–{number(last)} of {number(total)}
      </p>
      {pages > 1 && (
        <div className="flex items-center gap-2">
          <Button variant="secondary" size="small" disabled={page === 0} focusableWhenDisabled onClick={() => onPage(page - 1)}>
            Previous
          </Button>
          <span className="caption px-1 tabular-nums">
            Page {number(page + 1)} of {number(pages)}
          </span>
          <Button variant="secondary" size="small" disabled={page >= pages - 1} focusableWhenDisabled onClick={() => onPage(page + 1)}>
            Next
          </Button>
        </div>
      )}
    </nav>
  );
}
