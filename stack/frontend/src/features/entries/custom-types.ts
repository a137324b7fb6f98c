import { useQuery } from "@tanstack/react-query";
import { type ContentType, typesQuery } from "@/features/types/api.ts";

/** The types that were defined here, beside pages and posts. */
export function useCustomTypes(): readonly ContentType[] {
  const { data } = useQuery({ ...typesQuery, staleTime: 60_000 });
  return data?.filter(({ builtIn }) => !builtIn) ?? [];
}
