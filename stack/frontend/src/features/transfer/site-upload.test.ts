import { expect, test } from "vitest";
import type { JobDetail, sendSite } from "@/features/transfer/api.ts";
import { SiteUpload, type UploadState } from "@/features/transfer/site-upload.ts";
import { ApiError } from "@/lib/api-error.ts";

const file = new File(["x"], "site.zip");
const job = { id: "1" } as JobDetail;

/** An upload whose sending the test decides about. */
function upload() {
  const { promise, resolve, reject } = Promise.withResolvers<JobDetail>();
  let tell: (share: number) => void = () => undefined;
  const send: typeof sendSite = (_file, _settings, signal, onProgress) => {
    tell = onProgress;
    signal.addEventListener("abort", () => reject(signal.reason));
    return promise;
  };
  const seen: UploadState[] = [];
  const subject = new SiteUpload(send);
  subject.subscribe(() => seen.push(subject.state));
  return { subject, seen, resolve, reject, progress: (share: number) => tell(share) };
}

test("an upload tells how far it is, and gives the job that it has become", async () => {
  const { subject, seen, resolve, progress } = upload();
  const started = subject.start(file, true);
  progress(0.5);
  resolve(job);
  expect(await started).toBe(job);
  expect(seen.map((state) => (state.is === "sending" ? state.share : state.is))).toEqual([
    0,
    0.5,
    "idle",
  ]);
});

test("why a file was refused stays until the next one", async () => {
  const { subject, reject } = upload();
  const started = subject.start(file, true);
  reject(new ApiError("transfer_type", "This is not a file that can be imported.", 415));
  expect(await started).toBeNull();
  expect(subject.state).toEqual({
    is: "failed",
    name: "site.zip",
    why: "This is not a file that can be imported.",
  });
});

test("a cancelled one leaves nothing, and a second does not begin beside the first", async () => {
  const { subject } = upload();
  const started = subject.start(file, true);
  expect(await subject.start(file, true)).toBeNull();
  subject.cancel();
  expect(await started).toBeNull();
  expect(subject.state).toEqual({ is: "idle" });
});
