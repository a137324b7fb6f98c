import { CodeBlock as Base } from "@tiptap/extension-code-block";
import {
  NodeViewContent,
  NodeViewWrapper,
  type ReactNodeViewProps,
  ReactNodeViewRenderer,
} from "@tiptap/react";

/** Offered by name; any other that a text came with is kept. */
const languages: Readonly<Record<string, string>> = {
  bash: "Shell",
  css: "CSS",
  html: "HTML",
  javascript: "JavaScript",
  json: "JSON",
  php: "PHP",
  python: "Python",
  sql: "SQL",
  typescript: "TypeScript",
  yaml: "YAML",
};

/** Code with the name of its language, which the site's theme may colour it by. */
export const CodeBlock = Base.extend({
  addNodeView() {
    return ReactNodeViewRenderer(CodeBlockView);
  },
}).configure({ HTMLAttributes: {} });

function CodeBlockView({ node, editor, updateAttributes }: ReactNodeViewProps<HTMLElement>) {
  const language = String(node.attrs.language ?? "");
  return (
    <NodeViewWrapper as="div" className="relative">
      {editor.isEditable && (
        <select
          contentEditable={false}
          aria-label="Language of the code"
          className="absolute top-1.5 right-1.5 h-7 rounded-sm bg-sunken px-1 text-muted text-sm hover:text-ink"
          value={language}
          onChange={(event) => updateAttributes({ language: event.target.value || null })}
        >
          <option value="">Plain text</option>
          {language && !(language in languages) && <option value={language}>{language}</option>}
          {Object.entries(languages).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <pre spellCheck={false}>
        <NodeViewContent<"code"> as="code" />
      </pre>
    </NodeViewWrapper>
  );
}
