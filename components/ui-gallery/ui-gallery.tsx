import { Plus } from "lucide-react";
import { TenantFrame } from "@/components/client/tenant-frame.tsx";
import { adminNav } from "@/components/portal/admin-nav.ts";
import { AdminShell } from "@/components/portal/admin-shell.tsx";
import { Badge, CountBadge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Checkbox, Radio, Switch } from "@/components/ui/choice.tsx";
import { CommandLine } from "@/components/ui/command-line.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Field, FieldGroup } from "@/components/ui/field.tsx";
import { IconButton } from "@/components/ui/icon-button.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Kbd } from "@/components/ui/kbd.tsx";
import { Banner, Notice } from "@/components/ui/notice.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { PasswordInput } from "@/components/ui/password-input.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { RadioCards } from "@/components/ui/radio-cards.tsx";
import { Section } from "@/components/ui/section.tsx";
import { Select } from "@/components/ui/select.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import { StaleBadge } from "@/components/ui/stale-badge.tsx";
import { StatusDot } from "@/components/ui/status-dot.tsx";
import { Steps } from "@/components/ui/steps.tsx";
import { RowTh, Table, Td, Th, Tr } from "@/components/ui/table.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { Moment, TimeAgo } from "@/components/ui/time-ago.tsx";
import { GalleryForm, GalleryPopups } from "./gallery-interactive.tsx";

const tones = ["ok", "busy", "warn", "bad", "idle"] as const;

export function UiGallery() {
  const now = new Date();
  const before = new Date(now.getTime() - 5_400_000);
  return (
    <AdminShell
      email="somebody@freehold.test"
      can={adminNav.map(({ permission }) => permission)}
      badges={{ "/admin/applications": <CountBadge count={4} label="4 applications wait" /> }}
      notice={
        <Banner
          tone="warn"
          action={
            <Button variant="secondary" size="small">
              Stop viewing
            </Button>
          }
        >
          You see the portal as acme sees it.
        </Banner>
      }
      accountHref="/account"
    >
      <PageHeader
        title="UI gallery"
        subtitle="Every primitive of the portal, in the state people meet it in."
        parent={{ href: "/admin", name: "Fleet" }}
        actions={
          <>
            <Button variant="secondary">Export</Button>
            <Button>
              <Plus aria-hidden="true" />
              New
            </Button>
          </>
        }
      />
      <Section id="buttons" title="Buttons">
        <div className="flex flex-wrap items-center gap-3">
          {(["primary", "secondary", "quiet", "danger", "link"] as const).map((variant) => (
            <Button key={variant} variant={variant}>
              {variant}
            </Button>
          ))}
          <Button disabled>Disabled</Button>
          <Button size="small" variant="secondary">
            Small
          </Button>
          <Button size="large">Large</Button>
          <IconButton label="Add">
            <Plus aria-hidden="true" strokeWidth={1.5} />
          </IconButton>
          <CopyButton text="copied" what="a word" />
          <Kbd>⌘K</Kbd>
        </div>
      </Section>
      <Section id="popups" title="Over the page">
        <GalleryPopups />
      </Section>
      <Section id="fields" title="Fields">
        <div className="grid gap-x-12 gap-y-6 lg:grid-cols-2">
          <Field label="Company" hint="As it stands on letters.">
            {(control) => <Input {...control} defaultValue="Acme & Daughters" />}
          </Field>
          <Field label="Address" error="“acme” is taken. Choose another address.">
            {(control) => <Input {...control} defaultValue="acme" />}
          </Field>
          <Field label="Password" aside={<span className="caption">12 or more</span>}>
            {(control) => <PasswordInput {...control} autoComplete="new-password" />}
          </Field>
          <Field label="Region">
            {(control) => (
              <Select {...control}>
                <option>Frankfurt</option>
                <option>Zürich</option>
              </Select>
            )}
          </Field>
          <Field label="What for" optional>
            {(control) => <Textarea {...control} />}
          </Field>
          <FieldGroup legend="Tell me about" hint="By mail.">
            <Checkbox label="Backups" defaultChecked />
            <Checkbox label="Releases" hint="Once a month or so." />
            <Switch label="Sleep when idle" defaultChecked />
            <Switch label="Support access" />
          </FieldGroup>
          <FieldGroup legend="Colours">
            <Radio name="colours" label="Light" defaultChecked />
            <Radio name="colours" label="Dark" />
          </FieldGroup>
          <FieldGroup legend="Plan">
            <RadioCards
              name="plan"
              defaultValue="own"
              cards={[
                { value: "own", title: "A plot of one’s own", text: "Three containers, one database." },
                { value: "large", title: "A large plot", text: "Twice the memory." },
                { value: "none", title: "An estate", text: "Not yet.", disabled: true },
              ]}
            />
          </FieldGroup>
        </div>
      </Section>
      <Section id="form" title="A form over a server action">
        <GalleryForm />
      </Section>
      <Section id="states" title="States">
        <div className="flex flex-wrap items-center gap-3">
          {tones.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
          <Badge tone="plain">plain</Badge>
          <StaleBadge since={before} now={now} />
          {tones.map((tone) => (
            <StatusDot key={tone} tone={tone}>
              {tone}
            </StatusDot>
          ))}
          <TimeAgo at={before} now={now} />
          <Moment at={before} />
        </div>
        <div className="mt-6 grid gap-4">
          {(["info", "ok", "warn", "bad"] as const).map((tone) => (
            <Notice key={tone} tone={tone} title={`A notice: ${tone}`}>
              What it means, and what to do about it.
            </Notice>
          ))}
        </div>
        <div className="mt-6 grid gap-8 lg:grid-cols-2">
          <EmptyState title="No members yet" action={<Button>Invite somebody</Button>}>
            Whoever you invite can edit the site with you.
          </EmptyState>
          <ErrorState
            title="The logs could not be read"
            error={{
              code: "engine_unreachable",
              message: "The engine does not answer.",
              remedy: "It is tried again by itself.",
            }}
            action={<Button variant="secondary">Try again</Button>}
          />
        </div>
      </Section>
      <Section id="progress" title="Progress">
        <div className="grid gap-8 lg:grid-cols-2">
          <Steps
            label="Setting up"
            steps={[
              { id: "1", name: "Network", state: "done", durationMs: 84 },
              { id: "2", name: "Database", state: "failed", durationMs: 1_240, detail: "The disk is full." },
              { id: "3", name: "Application", state: "running", startedAt: now },
              { id: "4", name: "Site", state: "pending" },
            ]}
          />
          <div className="grid content-start gap-6">
            <Progress label="Rollout" value={12} max={40} text="12 of 40" />
            <Progress label="Restoring" />
            <Panel>
              <Skeleton className="mb-3 h-5 w-1/3" />
              <Skeleton className="h-4 w-full" />
            </Panel>
          </div>
        </div>
      </Section>
      <Section id="lists" title="Lists">
        <DescriptionList
          entries={[
            ["Owner", "ada@acme.test"],
            ["Region", "Frankfurt"],
            ["Since", <Moment key="since" at={before} />],
          ]}
        />
        <div className="mt-8">
          <Table caption="Engines">
            <thead>
              <tr>
                <Th sorted="ascending" sortHref="/ui-gallery?sort=name">
                  Engine
                </Th>
                <Th sortHref="/ui-gallery?sort=region">Region</Th>
                <Th numeric>Stacks</Th>
              </tr>
            </thead>
            <tbody>
              {["north", "south"].map((name, index) => (
                <Tr key={name}>
                  <RowTh>{name}</RowTh>
                  <Td>Frankfurt</Td>
                  <Td numeric>{index * 41 + 7}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
          <Pager page={1} pageSize={25} total={1_203} href={(page) => `/ui-gallery?page=${page + 1}`} />
        </div>
      </Section>
      <Section id="tenant" title="A tenant’s frame">
        <TenantFrame slug="acme" name="Acme & Daughters" status="running" url="http://acme.localhost">
          <CommandLine command="./freehold status acme" />
        </TenantFrame>
      </Section>
    </AdminShell>
  );
}
