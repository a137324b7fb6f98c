import { expect, test } from "vitest";
import { videoAt } from "@/features/editor/video.ts";

const watch = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";

test.each([
  [watch, watch],
  ["http://youtube.com/watch?v=dQw4w9WgXcQ&list=PL123&si=abc", watch],
  ["https://youtu.be/dQw4w9WgXcQ?si=track", watch],
  ["https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ", watch],
  ["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0", watch],
  ["https://www.youtube.com/shorts/dQw4w9WgXcQ", watch],
  ["youtube.com/live/dQw4w9WgXcQ", watch],
  ["//www.youtube.com/embed/dQw4w9WgXcQ", watch],
  ["  https://youtu.be/dQw4w9WgXcQ?t=1m30s ", `${watch}&t=90`],
  ["https://www.youtube.com/embed/dQw4w9WgXcQ?start=15", `${watch}&t=15`],
  ["https://vimeo.com/76979871", "https://vimeo.com/76979871"],
  ["https://player.vimeo.com/video/76979871?h=8272103f6e", "https://vimeo.com/76979871/8272103f6e"],
  ["https://vimeo.com/channels/staffpicks/76979871", "https://vimeo.com/76979871"],
])("%s is the video at %s", (text, href) => {
  expect(videoAt(text)?.href).toBe(href);
});

test.each([
  "",
  "hello",
  "https://example.org/watch?v=dQw4w9WgXcQ",
  "https://youtube.com.example.org/watch?v=dQw4w9WgXcQ",
  "https://www.youtube.com/@channel",
  "https://www.youtube.com/watch?v=short",
  'https://www.youtube.com/watch?v="><script>',
  "https://user@youtu.be/dQw4w9WgXcQ",
  "javascript:alert(1)//youtu.be/dQw4w9WgXcQ",
  "https://vimeo.com/about",
  "see https://youtu.be/dQw4w9WgXcQ",
])("%s is no video", (text) => {
  expect(videoAt(text)).toBeNull();
});
