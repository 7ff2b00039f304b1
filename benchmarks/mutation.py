"""The small defects that can be put into a module: a comparison turned, a condition denied, a number one more."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

_COMPARED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_COUNTED: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Site:
    """One change of one module: the node's number in `ast.walk`, and what is done to it."""

    module: str
    node: int
    way: str
    line: int


def sites(module: str, tree: ast.Module) -> Iterator[Site]:
    """Every change that can be made; not in annotations, nor in what is told to people."""
    out = {id(n) for top in ast.walk(tree) for skipped in _skipped(top) for n in ast.walk(skipped)}
    for number, node in enumerate(ast.walk(tree)):
        if id(node) not in out and (way := _way(node)):
            yield Site(module, number, way, getattr(node, "lineno", 0))


def _skipped(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.FunctionDef(returns=returns, args=args):
            yield from [a.annotation for a in (*args.args, *args.kwonlyargs) if a.annotation]
            yield from [returns] if returns else []
        case ast.AnnAssign(annotation=annotation):
            yield annotation
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            yield node
        case ast.Call(func=ast.Name(id="LoadError" | "UsageError" | "Fault")):
            yield node
        case ast.ClassDef(decorator_list=decorators):
            yield from decorators


def _way(node: ast.AST) -> str:  # noqa: PLR0911 a row for each kind of node
    match node:
        case ast.Compare(ops=[one]) if type(one) in _COMPARED:
            return "compare"
        case ast.BoolOp():
            return "and-or"
        case ast.UnaryOp(op=ast.Not()):
            return "not"
        case ast.BinOp(op=operator) if type(operator) in _COUNTED:
            return "operator"
        case ast.Constant(value=bool()):
            return "flip"
        case ast.Constant(value=int()):
            return "number"
        case ast.If() | ast.While() | ast.IfExp():
            return "condition"
        case ast.Return(value=value) if value is not None and not isinstance(value, ast.Constant):
            return "return"
        case ast.Continue():
            return "break"
        case ast.AugAssign() | ast.Expr(value=ast.Call()):
            return "remove"
    return ""


def changed(source: str, site: Site) -> str:
    """The module with that one change."""
    tree = ast.parse(source)
    node: Any = list(ast.walk(tree))[site.node]
    new: ast.AST | None = None
    match site.way:
        case "compare":
            node.ops = [_COMPARED[type(node.ops[0])]()]
        case "and-or":
            node.op = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
        case "not":
            new = node.operand
        case "operator":
            node.op = _COUNTED[type(node.op)]()
        case "flip":
            node.value = not node.value
        case "number":
            node.value += 1
        case "condition":
            node.test = ast.UnaryOp(ast.Not(), node.test)
        case "return":
            node.value = ast.Constant(None)
        case "break":
            new = ast.Break()
        case "remove":
            new = ast.Pass()
    if new is not None:
        tree = _Exchange(node, new).visit(tree)
    return ast.unparse(ast.fix_missing_locations(tree))


class _Exchange(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> Any:
        return self._new if node is self._old else self.generic_visit(node)
