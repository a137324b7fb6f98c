/** A box to choose a row by, where `Checkbox` with its label does not fit. */
export const checkStyle =
  "mark-check block size-5 shrink-0 cursor-pointer control-mark rounded-[3px] border border-rule-strong bg-paper-raised checked:border-green checked:bg-green indeterminate:border-green indeterminate:bg-green";
