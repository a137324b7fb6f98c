import Link from "next/link";
import { FormPage } from "./form-page.tsx";

/** What the link of an invitation shows once it opens nothing. */
export function InvitationOver() {
  return (
    <FormPage title="This invitation is no longer good">
      <p>
        It was used, taken back, or is older than seven days. Ask whoever invited you for a new one. If you have
        accepted it already,{" "}
        <Link href="/sign-in" className="link">
          sign in
        </Link>
        .
      </p>
    </FormPage>
  );
}
