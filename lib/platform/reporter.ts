/** How long work tells whoever asked for it what it is doing. */
export interface Reporter {
  /** Shows a step from its start to its end, with its duration; a step that throws is shown as failed. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** One line about something that deserves to be known, such as a package being installed. */
  say(text: string): void;
}

export const silentReporter: Reporter = { step: (_name, work) => work(), say: () => undefined };
