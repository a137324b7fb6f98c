import { Button, type ButtonProps } from "./button.tsx";

type IconButtonProps = Omit<ButtonProps, "size" | "aria-label" | "title"> & {
  /** What it does, said to those who cannot see the icon and shown to those who point at it. */
  label: string;
  size?: "icon" | "icon-small";
};

export function IconButton({ label, variant = "quiet", size = "icon", ...props }: IconButtonProps) {
  return <Button variant={variant} size={size} aria-label={label} title={label} {...props} />;
}
