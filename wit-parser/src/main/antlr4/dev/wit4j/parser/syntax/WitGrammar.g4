parser grammar WitGrammar;

// WIT as the reference implementation reads it. Decided by one token of look-ahead wherever the language allows; what the
// grammar lets pass on purpose (gates by name, a package header that is not the first item) is refused by SyntaxChecks.

options {
    tokenVocab = WitLexer;
}

file: item* EOF;

item: gate* (packageItem | topLevelUse | interfaceItem | worldItem);

packageItem: PACKAGE packageName (SEMICOLON | LEFT_BRACE item* RIGHT_BRACE);

packageName: id COLON id atVersion?;

atVersion: AT version;

version: INTEGER PERIOD INTEGER PERIOD INTEGER (MINUS versionPart*)? (PLUS versionPart*)?;

versionPart: PERIOD? (ID | INTEGER | MINUS);

topLevelUse: USE usePath (AS id)? SEMICOLON;

usePath: id (COLON id SLASH id atVersion?)?;

gate: AT id LEFT_PAREN gateArgument RIGHT_PAREN;

gateArgument: STRING_LITERAL | id EQUALS (version | id);

interfaceItem: INTERFACE id interfaceBody;

interfaceBody: LEFT_BRACE interfaceMember* RIGHT_BRACE;

interfaceMember: gate* (useItem | typeItem | namedFunction);

worldItem: WORLD id LEFT_BRACE worldMember* RIGHT_BRACE;

worldMember: gate* (importItem | exportItem | includeItem | useItem | typeItem);

importItem: IMPORT extern;

exportItem: EXPORT extern;

// `name;` | `name: func...` | `name: interface {...}` | `namespace:package/interface;` | `label: path;`
extern: id (SEMICOLON | COLON externBehindColon);

externBehindColon: functionType SEMICOLON | INTERFACE interfaceBody | id externPath;

externPath: SEMICOLON | SLASH id atVersion? SEMICOLON | COLON id SLASH id atVersion? SEMICOLON;

includeItem: INCLUDE usePath (SEMICOLON | WITH LEFT_BRACE (includeName (COMMA includeName)* COMMA?)? RIGHT_BRACE);

includeName: id AS id;

useItem: USE usePath PERIOD LEFT_BRACE (useName (COMMA useName)* COMMA?)? RIGHT_BRACE SEMICOLON;

useName: id (AS id)?;

typeItem: aliasItem | recordItem | flagsItem | variantItem | enumItem | resourceItem;

aliasItem: TYPE id EQUALS type SEMICOLON;

recordItem: RECORD id LEFT_BRACE (field (COMMA field)* COMMA?)? RIGHT_BRACE;

field: id COLON type;

flagsItem: FLAGS id LEFT_BRACE (flag (COMMA flag)* COMMA?)? RIGHT_BRACE;

flag: id;

variantItem: VARIANT id LEFT_BRACE (variantCase (COMMA variantCase)* COMMA?)? RIGHT_BRACE;

variantCase: id (LEFT_PAREN type RIGHT_PAREN)?;

enumItem: ENUM id LEFT_BRACE (enumCase (COMMA enumCase)* COMMA?)? RIGHT_BRACE;

enumCase: id;

resourceItem: RESOURCE id (SEMICOLON | LEFT_BRACE resourceMember* RIGHT_BRACE);

resourceMember: gate* (resourceConstructor | resourceFunction);

resourceConstructor: CONSTRUCTOR parameters functionResult? SEMICOLON;

resourceFunction: id COLON STATIC? functionType SEMICOLON;

namedFunction: id COLON functionType SEMICOLON;

functionType: ASYNC? FUNC parameters functionResult?;

parameters: LEFT_PAREN (parameter (COMMA parameter)* COMMA?)? RIGHT_PAREN;

parameter: id COLON type;

functionResult: ARROW (type | parameters);

type
    : primitive
    | LIST LESS_THAN type (COMMA INTEGER)? GREATER_THAN
    | MAP LESS_THAN type COMMA type GREATER_THAN
    | TUPLE LESS_THAN (type (COMMA type)* COMMA?)? GREATER_THAN
    | OPTION LESS_THAN type GREATER_THAN
    | RESULT (LESS_THAN (UNDERSCORE COMMA type | type (COMMA type)?) GREATER_THAN)?
    | (FUTURE | STREAM) (LESS_THAN type GREATER_THAN)?
    | (OWN | BORROW) LESS_THAN id GREATER_THAN
    | id
    ;

primitive: BOOL | U8 | U16 | U32 | U64 | S8 | S16 | S32 | S64 | F32 | F64 | CHAR | STRING | ERROR_CONTEXT;

id: ID | EXPLICIT_ID;
