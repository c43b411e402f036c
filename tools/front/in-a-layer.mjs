// Every rule lives in a layer of the house; what lies outside would outrank them all.

import stylelint from "stylelint";

const LAYERS = new Set(["reset", "tokens", "base", "components", "pages", "print"]);
const ruleName = "vermilion/in-a-layer";
const messages = stylelint.utils.ruleMessages(ruleName, {
  outside: (what) => `"${what}" stands outside the layers ${[...LAYERS].join(", ")}`,
});

function rule(enabled) {
  return (root, result) => {
    if (!enabled) return;
    root.each((node) => {
      if (node.type === "comment" || isAllowed(node)) return;
      const what = node.type === "atrule" ? `@${node.name} ${node.params}` : node.selector;
      stylelint.utils.report({ ruleName, result, node, message: messages.outside(what) });
    });
  };
}

function isAllowed(node) {
  if (node.type !== "atrule") return false;
  if (node.name === "import" || node.name === "page" || node.name === "charset") return true;
  if (node.name !== "layer") return false;
  return node.params.split(",").every((name) => LAYERS.has(name.trim().split(".")[0]));
}

rule.ruleName = ruleName;
rule.messages = messages;

export default stylelint.createPlugin(ruleName, rule);
