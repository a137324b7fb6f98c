import { passwordStrength, shortestPassword } from "@/features/setup/password-strength.ts";
import { cn } from "@/lib/cn.ts";

const colours = { 1: "bg-bad", 2: "bg-warn", 3: "bg-ok", 4: "bg-ok" } as const;

type StrengthMeterProps = { password: string; known: readonly string[] };

export function StrengthMeter({ password, known }: StrengthMeterProps) {
  const strength = password === "" ? null : passwordStrength(password, known);
  return (
    <div>
      <div aria-hidden className="my-1 grid grid-cols-4 gap-1">
        {([1, 2, 3, 4] as const).map((step) => (
          <div
            key={step}
            className={cn(
              "h-1 rounded-full transition-colors",
              strength && step <= strength.level ? colours[strength.level] : "bg-rule",
            )}
          />
        ))}
      </div>
      <p aria-live="polite">
        {strength ? (
          <>
            <span className="font-medium text-ink">{strength.label}.</span> {strength.advice}
          </>
        ) : (
          `At least ${shortestPassword} characters. A few unrelated words are easy to keep and hard to guess.`
        )}
      </p>
    </div>
  );
}
