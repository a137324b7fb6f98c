import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { type EntrySummary, titleOf } from "@/features/entries/entry.ts";
import { PlacePicker } from "@/features/entries/list/place-picker.tsx";
import { offersAfter, offersBelow } from "@/features/entries/place-offers.ts";
import { isSamePlace, type Place, placed, placeOf, standing } from "@/features/entries/places.ts";
import { inTreeOrder } from "@/features/entries/tree.ts";

type PlaceDialogProps = {
  /** The page that is to be moved; null for none. */
  entry: EntrySummary | null;
  /** All there are. */
  pages: readonly EntrySummary[];
  onClose: () => void;
  onPut: (entry: EntrySummary, place: Place) => void;
};

/** Asks where a page is to stand: below which one, and after which of those there. */
export default function PlaceDialog({ entry, pages, onClose, onPut }: PlaceDialogProps) {
  // What it was about, while it closes.
  const [last, setLast] = useState(entry);
  if (entry && entry !== last) setLast(entry);
  const shown = entry ?? last;
  return (
    <Dialog
      open={entry !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={shown ? `Move “${titleOf(shown)}”` : ""}
    >
      {shown && (
        <Form
          key={shown.id}
          entry={shown}
          pages={pages}
          onPut={(place) => {
            onPut(shown, place);
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

type FormProps = {
  entry: EntrySummary;
  pages: readonly EntrySummary[];
  onPut: (place: Place) => void;
};

function Form({ entry, pages, onPut }: FormProps) {
  const present = placeOf(inTreeOrder(pages), entry);
  const [chosen, setChosen] = useState(present);
  const parents = offersBelow(pages, entry);
  const neighbours = offersAfter(pages, entry, chosen.parentId);
  const stays = isSamePlace(chosen, present);
  return (
    <form
      className="mt-6 grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        onPut(chosen);
      }}
    >
      <PlacePicker
        label="Below"
        hint="Its address begins with that of the page it stands below."
        offers={parents}
        chosen={parents.find(({ place }) => place.parentId === chosen.parentId)}
        onChoose={setChosen}
      />
      <PlacePicker
        label="After"
        offers={neighbours}
        chosen={neighbours.find(({ place }) => isSamePlace(place, chosen))}
        onChoose={setChosen}
      />
      <p role="status" className="text-muted">
        {stays
          ? "It stands there now."
          : `It will be at ${standing(placed(pages, entry.id, chosen), entry.id)}.`}
      </p>
      <Button type="submit" variant="primary" className="justify-self-start" disabled={stays}>
        Move
      </Button>
    </form>
  );
}
