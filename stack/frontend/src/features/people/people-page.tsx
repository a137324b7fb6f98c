import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { toast } from "sonner";
import { Message } from "@/components/message.tsx";
import { PageHeader } from "@/components/page-header.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import { changeRole, type Person, peopleQuery } from "@/features/people/api.ts";
import { PersonRow } from "@/features/people/person-row.tsx";
import { RemoveDialog } from "@/features/people/remove-dialog.tsx";
import { roleLines, roleNames, rolesToGive } from "@/features/people/roles.ts";
import { type Role, roles, sessionQuery } from "@/features/session/api.ts";
import { useMay, useUser } from "@/features/session/use-user.ts";
import { siteQuery } from "@/features/site/api.ts";
import { messageOf } from "@/lib/api-error.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";

export function PeoplePage() {
  const user = useUser();
  const manages = useMay("people.manage");
  const { data: site } = useQuery(siteQuery);
  const people = useQuery(peopleQuery);
  const [removing, setRemoving] = useState<Person | null>(null);
  const queryClient = useQueryClient();
  const router = useRouter();
  useDocumentTitle("People", site?.title ?? "");

  const refresh = async (id: string) => {
    await queryClient.invalidateQueries({ queryKey: peopleQuery.queryKey });
    if (id !== user.id) return;
    // It was oneself: what may be seen here has changed too.
    await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
    await router.invalidate();
  };
  const change = useMutation({
    mutationFn: ({ person, role }: { person: Person; role: Role }) => changeRole(person.id, role),
    onSuccess: (_, { person, role }) => toast.success(`${person.name} is ${roleNames[role]} now`),
    onError: (error) => toast.error(messageOf(error)),
    onSettled: (_, __, { person }) => refresh(person.id),
  });

  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title="People" />
      <p className="mt-4 max-w-2xl text-muted">
        Who may sign in here and what they may do.{" "}
        {manages
          ? "New people are invited in your Freehold account; they appear here with their first visit."
          : "Owners and admins decide about it."}
      </p>
      {people.data ? (
        <ul className="mt-8 border-ink border-t">
          {people.data.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              isMe={person.id === user.id}
              roles={rolesToGive(user, person, people.data)}
              busy={change.isPending && change.variables.person.id === person.id}
              onChange={(role) => change.mutate({ person, role })}
              onRemove={() => setRemoving(person)}
            />
          ))}
        </ul>
      ) : people.isError ? (
        <div className="mt-12">
          <Message title="The list could not be loaded" announce>
            <p>{messageOf(people.error)}</p>
            <Button
              variant="primary"
              busy={people.isFetching}
              onClick={() => void people.refetch()}
            >
              Try again
            </Button>
          </Message>
        </div>
      ) : (
        <p role="status" className="mt-12 flex items-center gap-2 text-muted">
          <Spinner />
          Loading the people…
        </p>
      )}
      <section className="mt-14 max-w-2xl">
        <h2 className="font-display text-2xl">What each role may do</h2>
        <dl className="mt-4 grid gap-x-6 gap-y-3 sm:grid-cols-[6rem_minmax(0,1fr)]">
          {roles.map((role) => (
            <div key={role} className="contents">
              <dt className="font-medium">{roleNames[role]}</dt>
              <dd className="text-muted max-sm:-mt-2">{roleLines[role]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <RemoveDialog
        person={removing}
        onClose={() => setRemoving(null)}
        onRemoved={(person) => void refresh(person.id)}
      />
    </div>
  );
}
