import path from "node:path";
import ts from "typescript";
import { operationsTable } from "./tables";

/** A row of an operations table that some code can send. */
export interface OperationUse {
  /** The file of the table. */
  file: string;
  /** The exported name of the table, such as `crmOperations`. */
  table: string;
  /** The name of the row, such as `getRecord`. */
  operation: string;
}

export interface Usage {
  /** The file that exports the part, relative to the project. */
  file: string;
  operations: OperationUse[];
}

/** Where the parts of the component stand: each is exported under its key. */
const partFolders = /^src\/(actions|dataSources|triggers)\//;

/**
 * Finds which operations each action, data source and trigger can send, by following the functions that it
 * calls through `src/` to the rows of the operations tables.
 */
export function readUsage(project: string): Map<string, Usage> {
  const { options, fileNames } = projectFiles(project);
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const nameOf = (file: ts.SourceFile) => path.relative(project, file.fileName).replaceAll(path.sep, "/");
  const usage = new Map<string, Usage>();
  for (const file of program.getSourceFiles()) {
    if (!partFolders.test(nameOf(file))) continue;
    const module = checker.getSymbolAtLocation(file);
    for (const symbol of module ? checker.getExportsOfModule(module) : []) {
      const declaration = symbol.valueDeclaration;
      if (declaration?.getSourceFile() !== file) continue;
      usage.set(symbol.name, {
        file: nameOf(file),
        operations: operationsFrom(declaration, checker, nameOf),
      });
    }
  }
  return usage;
}

function projectFiles(project: string): { options: ts.CompilerOptions; fileNames: string[] } {
  const { config, error } = ts.readConfigFile(path.join(project, "tsconfig.json"), ts.sys.readFile);
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, "\n"));
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    { ...config, include: ["src"] },
    ts.sys,
    project,
  );
  return { options, fileNames: fileNames.filter((name) => !name.endsWith(".test.ts")) };
}

function operationsFrom(
  start: ts.Node,
  checker: ts.TypeChecker,
  nameOf: (file: ts.SourceFile) => string,
): OperationUse[] {
  const found = new Map<string, OperationUse>();
  const seen = new Set<ts.Node>();

  const declarationsOf = (node: ts.Node): ts.Declaration[] => {
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return target?.declarations ?? [];
  };

  /** The operations table that an expression names, if it names one. */
  const tableOf = (node: ts.Expression): { file: string; table: string } | undefined => {
    if (!ts.isIdentifier(node)) return undefined;
    for (const declaration of declarationsOf(node)) {
      const file = nameOf(declaration.getSourceFile());
      const table =
        ts.isVariableDeclaration(declaration) && isExported(declaration) ? declaration.name.getText() : "";
      if (file.startsWith("src/zoho/") && operationsTable.test(table)) return { file, table };
    }
    return undefined;
  };

  const visit = (node: ts.Node): void => {
    if (seen.has(node) || ts.isTypeNode(node)) return;
    seen.add(node);
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const table = tableOf(node.expression);
      if (table) {
        for (const operation of rowsOf(node, checker)) {
          found.set(`${table.table}.${operation}`, { ...table, operation });
        }
        return;
      }
    }
    if (ts.isIdentifier(node)) follow(node);
    ts.forEachChild(node, visit);
  };

  const follow = (node: ts.Identifier): void => {
    if (tableOf(node))
      throw new Error(`${where(node, nameOf)} uses ${node.text} as a whole. Name the row that is sent.`);
    for (const declaration of declarationsOf(node)) {
      // Destructuring hides the function: its type still has it.
      const hidden = ts.isBindingElement(declaration)
        ? checker.getTypeAtLocation(node).symbol?.declarations
        : undefined;
      for (const target of hidden ?? [declaration]) {
        if (!ts.isSourceFile(target) && nameOf(target.getSourceFile()).startsWith("src/")) visit(target);
      }
    }
  };

  visit(start);
  return [...found.values()];
}

/** The rows that an access can reach: one by name, or each that the type of the index allows. */
function rowsOf(
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  checker: ts.TypeChecker,
): string[] {
  if (ts.isPropertyAccessExpression(node)) return [node.name.text];
  const index = checker.getTypeAtLocation(node.argumentExpression);
  const types = index.isUnion() ? index.types : [index];
  return types.map((type) => {
    if (!type.isStringLiteral())
      throw new Error(`The row of ${node.getText()} cannot be told from its type.`);
    return type.value;
  });
}

const isExported = (declaration: ts.VariableDeclaration): boolean =>
  (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) !== 0;

function where(node: ts.Node, nameOf: (file: ts.SourceFile) => string): string {
  const file = node.getSourceFile();
  return `${nameOf(file)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
