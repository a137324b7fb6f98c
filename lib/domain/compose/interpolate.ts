/**
 * Compose's variable interpolation, the supported part: `$$`, `$NAME`, `${NAME}`, `${NAME:-x}`,
 * `${NAME-x}`, `${NAME:?why}`, `${NAME?why}`.
 * https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md
 */

export class InterpolationError extends Error {
  readonly variable: string;
  readonly missing: boolean;

  constructor(variable: string, why: string, missing: boolean) {
    super(why);
    this.variable = variable;
    this.missing = missing;
  }
}

const pattern = /\$(?:(\$)|([A-Za-z_]\w*)|\{([^{}]*)\}|)/g;
const braced = /^([A-Za-z_]\w*)(?:(:?[-?])([\s\S]*))?$/;

/** @throws InterpolationError */
export function interpolate(text: string, env: Readonly<Record<string, string>>): string {
  return text.replace(pattern, (whole, dollar?: string, bare?: string, inner?: string) => {
    if (dollar) return "$";
    if (bare) return env[bare] ?? "";
    const match = inner === undefined ? null : braced.exec(inner);
    if (!match?.[1]) throw new InterpolationError(whole, `“${whole}” is not a supported interpolation`, false);
    const [, name, operator, operand = ""] = match;
    const value = env[name];
    const absent = value === undefined || (operator?.startsWith(":") === true && value === "");
    if (!absent) return value;
    if (operator?.endsWith("?")) throw new InterpolationError(name, operand || "it has no value", true);
    return operator?.endsWith("-") ? operand : "";
  });
}
