import { join } from 'node:path';
import ts from 'typescript';

export type Use = { key: string; file: string };

/**
 * Every message that a page asks for, by the types of next-intl's translators: a key that is put together
 * when the page runs (`t(level)`, t(`kind.${kind}`)) has a type that lists all that it can become, so no
 * list of such keys has to be kept by hand.
 */
export function readMessagesUsed(folder: string): { used: Use[]; unclear: string[] } {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} };
  const config = ts.getParsedCommandLineOfConfigFile(join(folder, 'tsconfig.json'), {}, host);
  if (config === undefined) throw new Error('tsconfig.json cannot be read');
  const isPage = (file: string) => file.startsWith(`${folder}/app/`);
  const program = ts.createProgram(config.fileNames.filter(isPage), {
    ...config.options,
    incremental: false,
  });
  const checker = program.getTypeChecker();
  const used: Use[] = [];
  const unclear: string[] = [];
  for (const source of program.getSourceFiles()) {
    if (!isPage(source.fileName)) continue;
    const file = source.fileName.slice(folder.length + 1);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        const namespace = namespaceOf(translatorIn(node.expression), checker);
        if (namespace !== null)
          for (const key of literalsOf(node.arguments[0], checker))
            if (key === null) unclear.push(`${file}: ${node.getText(source)}`);
            else used.push({ key: `${namespace}.${key}`, file });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { used, unclear };
}

/** `t` of `t('key')` and of `t.rich('key')`. */
function translatorIn(called: ts.Expression): ts.Expression {
  if (ts.isPropertyAccessExpression(called) && /^(rich|markup|raw|has)$/.test(called.name.text))
    return called.expression;
  return called;
}

function namespaceOf(expression: ts.Expression, checker: ts.TypeChecker): string | null {
  const type = checker.getTypeAtLocation(expression);
  if (!/^_?Translator$/.test(type.aliasSymbol?.name ?? '')) return null;
  const namespace = type.aliasTypeArguments?.[1];
  return namespace?.isStringLiteral() ? namespace.value : null;
}

function literalsOf(argument: ts.Expression | undefined, checker: ts.TypeChecker): (string | null)[] {
  if (argument === undefined) return [null];
  const type = checker.getTypeAtLocation(argument);
  return (type.isUnion() ? type.types : [type]).map((part) => (part.isStringLiteral() ? part.value : null));
}

/** All keys of a tree of messages, as the translators write them. */
export function keysOf(messages: object, before = ''): string[] {
  return Object.entries(messages).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${before}${name}.`) : [`${before}${name}`],
  );
}

export function compareKeys(used: readonly Use[], messages: object): { missing: string[]; unused: string[] } {
  const present = new Set(keysOf(messages));
  const asked = new Set(used.map(({ key }) => key));
  return {
    missing: used.filter(({ key }) => !present.has(key)).map(({ key, file }) => `${key} (${file})`),
    unused: [...present].filter((key) => !asked.has(key)),
  };
}
