export function PagesPage() {
  return <h1 className="font-display text-5xl">Pages</h1>;
}
