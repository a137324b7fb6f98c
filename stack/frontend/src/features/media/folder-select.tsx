import { useQuery } from "@tanstack/react-query";
import type { ComponentProps } from "react";
import { Select } from "@/components/ui/select.tsx";
import { foldersQuery } from "@/features/media/api.ts";
import { inTreeOrder } from "@/features/media/folder-tree.ts";

type FolderSelectProps = Omit<ComponentProps<typeof Select>, "value" | "onChange"> & {
  /** A folder's id; "none" and "" stand for what `first` says of them. */
  value: string;
  onChange: (value: string) => void;
  /** What stands before the folders, by value. */
  first: readonly (readonly [value: string, label: string])[];
};

/** Chooses a folder. */
export function FolderSelect({ value, onChange, first, ...props }: FolderSelectProps) {
  const { data: folders = [] } = useQuery(foldersQuery);
  return (
    <Select value={value} onChange={(event) => onChange(event.target.value)} {...props}>
      {first.map(([choice, label]) => (
        <option key={choice} value={choice}>
          {label}
        </option>
      ))}
      {inTreeOrder(folders).map(({ id, path, files }) => (
        <option key={id} value={id}>
          {path} ({files})
        </option>
      ))}
    </Select>
  );
}
