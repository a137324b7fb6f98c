import { expect, test } from "vitest";
import { composeMail } from "./compose-mail.ts";

const mail = composeMail({
  subject: "Hello <b>",
  paragraphs: ["One & two", `<script>alert("x")</script>`],
  action: { label: "Open", url: "http://localhost:8080/verify?token=a&b=c" },
  alsoSee: { label: "Your site", url: "http://acme.localhost:8080" },
  footnote: "Not you? Ignore it.",
});

test("what people wrote is never markup", () => {
  expect(mail.html).not.toContain("<script>");
  expect(mail.html).toContain("Hello &lt;b&gt;");
  expect(mail.html).toContain("One &amp; two");
});

test("the text says all that the HTML says, the link in full", () => {
  const parts = [
    "One & two",
    "http://localhost:8080/verify?token=a&b=c",
    "Your site:\nhttp://acme.localhost:8080",
    "Not you? Ignore it.",
  ];
  for (const part of parts) expect(mail.text).toContain(part);
  expect(mail.html).toContain('href="http://acme.localhost:8080"');
});
