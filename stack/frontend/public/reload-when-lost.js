// Without its script an admin stays blank, and one that did not arrive never comes by itself. Chrome drops
// what it is fetching when the machine's network changes. Asks again soon, then every quarter of a minute.
addEventListener(
  "error",
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement) || target.type !== "module") return;
    const last = Number(sessionStorage.getItem("scripts-lost"));
    sessionStorage.setItem("scripts-lost", String(Date.now()));
    setTimeout(() => location.reload(), Date.now() - last < 30_000 ? 15_000 : 500);
  },
  true,
);
