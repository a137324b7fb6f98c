import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

export const metadata: Metadata = { title: "Terms" };

/** What Freehold does and asks for, as it really is; whoever runs it adds what their law wants. */
export default function TermsPage() {
  return (
    <article className="page max-w-3xl py-14">
      <h1 className="text-5xl">Terms</h1>
      <p className="mt-6 text-lg text-ink-muted">
        What you can expect of us, and what we ask of you. In plain words, because they are meant.
      </p>
      <Part title="What you get">
        <p>
          A content management system of your own: its application, its database and its network are used by nobody
          else. It is set up once your application is approved. An application may be refused; you are told why.
        </p>
      </Part>
      <Part title="What is yours">
        <p>
          All you write and upload stays yours. We store it to run your site, and look at it only as far as keeping the
          service going needs, or where you ask for help.
        </p>
      </Part>
      <Part title="What we keep about you">
        <p>
          Your name, your email address, a hash of your password, where you are signed in, and who changed what when. An
          application that nobody confirms is given up after 24 hours and deleted a week later. Mails we sent are
          deleted after 30 days. We set two cookies: one keeps you signed in, one remembers your answers while you sign
          up.
        </p>
      </Part>
      <Part title="What we ask of you">
        <p>
          Publish nothing that breaks the law or the rights of others, and do not use your site to attack anybody,
          ourselves included. A site that does is suspended: visitors see a page that says so, and nothing is deleted.
        </p>
      </Part>
      <Part title="When you leave">
        <p>
          You can close your account at any time. Your site stops at once, and everything is kept for 14 days in which
          you can change your mind. Then it is deleted for good, and nobody can bring it back. Your address is not
          handed to anybody else.
        </p>
      </Part>
      <Part title="Demos">
        <p>
          A demo is deleted whole when its time is over, unless you keep it. Others cannot see into it, but put nothing
          confidential there.
        </p>
      </Part>
      <p className="mt-12">
        <Link href="/sign-up" className="link">
          Sign up
        </Link>
      </p>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10">
      <h2 className="text-2xl">{title}</h2>
      <div className="mt-3 max-w-prose leading-relaxed">{children}</div>
    </section>
  );
}
