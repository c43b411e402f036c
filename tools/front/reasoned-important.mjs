// `!important` outranks every layer: whoever needs it says why, in a comment just before.

import stylelint from "stylelint";

const ruleName = "vermilion/reasoned-important";
const messages = stylelint.utils.ruleMessages(ruleName, {
  unreasoned: () => "`!important` needs a comment before it (or before its rule) that says why",
});

function rule(enabled) {
  return (root, result) => {
    if (!enabled) return;
    root.walkDecls((declaration) => {
      if (!declaration.important || isExplained(declaration)) return;
      stylelint.utils.report({
        ruleName,
        result,
        node: declaration,
        message: messages.unreasoned(),
      });
    });
  };
}

function isExplained(node) {
  for (let each = node; each && each.type !== "root"; each = each.parent) {
    if (each.prev()?.type === "comment") return true;
    if (each.type === "atrule") return false;
  }
  return false;
}

rule.ruleName = ruleName;
rule.messages = messages;

export default stylelint.createPlugin(ruleName, rule);
