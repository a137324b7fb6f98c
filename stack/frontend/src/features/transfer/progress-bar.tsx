type ProgressBarProps = {
  label: string;
  /** From 0 to 1; null while nobody knows. */
  share: number | null;
};

export function ProgressBar({ label, share }: ProgressBarProps) {
  return (
    <progress
      aria-label={label}
      {...(share === null ? {} : { value: share })}
      className="block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken indeterminate:animate-pulse [&::-moz-progress-bar]:bg-green [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-green"
    />
  );
}
