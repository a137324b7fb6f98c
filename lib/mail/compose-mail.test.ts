import { expect, test } from "vitest";
import { composeMail } from "./compose-mail.ts";

const mail = composeMail({
  subject: "Hello <b>",
  paragraphs: ["One & two", `<script>alert("x")</script>`],
  action: { label: "Open", url: "http://localhost:8080/verify?token=a&b=c" },
  footnote: "Not you? Ignore it.",
});

test("what people wrote is never markup", () => {
  expect(mail.html).not.toContain("<script>");
  expect(mail.html).toContain("Hello &lt;b&gt;");
  expect(mail.html).toContain("One &amp; two");
});

test("the text says all that the HTML says, the link in full", () => {
  for (const part of ["One & two", "http://localhost:8080/verify?token=a&b=c", "Not you? Ignore it."])
    expect(mail.text).toContain(part);
});
