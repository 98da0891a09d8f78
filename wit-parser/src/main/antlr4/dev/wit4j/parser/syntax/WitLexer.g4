lexer grammar WitLexer;

// Words, numbers and punctuation of WIT. Whether a word is a well-formed identifier, and what stands in a version, is
// decided after lexing: both depend on where the token stands.

options {
    superClass = HandWrittenLexing;
}

channels {
    COMMENTS
}

USE: 'use';
TYPE: 'type';
FUNC: 'func';
U8: 'u8';
U16: 'u16';
U32: 'u32';
U64: 'u64';
S8: 's8';
S16: 's16';
S32: 's32';
S64: 's64';
F32: 'f32';
F64: 'f64';
CHAR: 'char';
BOOL: 'bool';
STRING: 'string';
ERROR_CONTEXT: 'error-context';
RECORD: 'record';
RESOURCE: 'resource';
OWN: 'own';
BORROW: 'borrow';
FLAGS: 'flags';
VARIANT: 'variant';
ENUM: 'enum';
OPTION: 'option';
RESULT: 'result';
FUTURE: 'future';
STREAM: 'stream';
LIST: 'list';
MAP: 'map';
TUPLE: 'tuple';
UNDERSCORE: '_';
AS: 'as';
FROM: 'from';
STATIC: 'static';
INTERFACE: 'interface';
IMPORT: 'import';
EXPORT: 'export';
WORLD: 'world';
PACKAGE: 'package';
CONSTRUCTOR: 'constructor';
ASYNC: 'async';
INCLUDE: 'include';
WITH: 'with';

ID: WORD_START WORD_PART*;
EXPLICIT_ID: '%' ((WORD_START | '-') WORD_PART*)?;
INTEGER: [0-9]+;
STRING_LITERAL: '"' (~["\\\n] | '\\' ~[\n])* '"';

EQUALS: '=';
COMMA: ',';
COLON: ':';
PERIOD: '.';
SEMICOLON: ';';
LEFT_PAREN: '(';
RIGHT_PAREN: ')';
LEFT_BRACE: '{';
RIGHT_BRACE: '}';
LESS_THAN: '<';
GREATER_THAN: '>';
ARROW: '->';
STAR: '*';
AT: '@';
SLASH: '/';
PLUS: '+';
MINUS: '-';

BYTE_ORDER_MARK: '\uFEFF' {isFirstOfInput()}? -> skip;
WHITE_SPACE: ([ \t\n] | '\r\n')+ -> skip;
LINE_COMMENT: '//' {consumeLineComment();} -> channel(COMMENTS);
BLOCK_COMMENT: '/*' {consumeBlockComment();} -> channel(COMMENTS);

// Anything else: reported at its place when the parser gets there.
UNEXPECTED: .;

// The letters that names may have; HandWrittenLexing goes on behind them where a word has others.
fragment WORD_START: [a-zA-Z_];
fragment WORD_PART: [a-zA-Z0-9_-];
