// Reads {file: text} from stdin and writes {file: {tree, faults}}. A node is [type, field, start, end, children], over UTF-16 units.
const Parser = require('tree-sitter');
const parser = new Parser();
parser.setLanguage(require('tree-sitter-bicep'));

function parse(file, text) {
  // The grammar knows templates only; an assignment in a .bicepparam file is read as a variable of the same length.
  const readable = file.endsWith('.bicepparam') ? text.replace(/^param(?= )/gm, 'var  ') : text;
  const faults = [];
  const walk = (node, field) => {
    if (node.isError || node.isMissing) {
      const { row, column } = node.startPosition;
      faults.push(`${file}(${row + 1},${column + 1}): ${node.isMissing ? `${node.type} is missing` : 'this is not Bicep'}`);
    }
    const children = [];
    const cursor = node.walk();
    if (cursor.gotoFirstChild()) {
      do children.push(walk(cursor.currentNode, cursor.currentFieldName)); while (cursor.gotoNextSibling());
    }
    return [node.isNamed ? node.type : `'${node.type}'`, field ?? '', node.startIndex, node.endIndex, children];
  };
  // A whole string is taken up to 32 kB only.
  return { tree: walk(parser.parse((at) => readable.slice(at, at + 8192)).rootNode, ''), faults };
}

let input = '';
process.stdin.setEncoding('utf8').on('data', (part) => (input += part)).on('end', () => {
  const files = Object.entries(JSON.parse(input)).map(([file, text]) => [file, parse(file, text)]);
  process.stdout.write(JSON.stringify(Object.fromEntries(files)));
});
