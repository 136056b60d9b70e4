/** Blocks that say how to get from one state to another, or check something: they declare nothing that recovers. */
import { pathIn, type TerraformProject } from '../terraform-project.ts';
import type { Rewritten, Transformation } from '../transformation.ts';

export const besideHarmlessBlocks: Transformation = {
  what: 'beside moved, import, removed, check, ephemeral and action blocks',
  rewrite: (project) => withHarmlessBlocks(project),
};

// https://developer.hashicorp.com/terraform/language/block/moved
// https://developer.hashicorp.com/terraform/language/block/import
// https://developer.hashicorp.com/terraform/language/block/removed
// https://developer.hashicorp.com/terraform/language/block/check
// https://developer.hashicorp.com/terraform/language/block/ephemeral
// https://developer.hashicorp.com/terraform/language/block/action
const harmless = `
removed {
  from = aws_db_instance.given_away
  lifecycle {
    destroy = false
  }
}

check "answers" {
  data "http" "health" {
    url = "https://shop.example.com/health"
  }
  assert {
    condition     = data.http.health.status_code == 200
    error_message = "The shop does not answer."
  }
}

ephemeral "random_password" "initial" {
  length = 24
}

action "aws_lambda_invoke" "warm_up" {
  config {
    function_name = "warm-up"
    payload       = "{}"
  }
}
`;

function withHarmlessBlocks({ files, roots }: TerraformProject): Rewritten | undefined {
  const added = roots.flatMap((root) => {
    const first = [...root.resources.values()].find(({ kind }) => kind === 'resource');
    if (first === undefined) return [];
    const { type, address } = first;
    const blocks = [
      harmless,
      `moved {\n  from = ${type}.formerly\n  to   = ${address}\n}`,
      `import {\n  for_each = toset(["id-1"])\n  to       = ${address}\n  id       = each.key\n}`,
    ];
    return [[pathIn(root, 'harmless.tf'), blocks.join('\n')] as const];
  });
  return added.length === 0 ? undefined : { files: { ...files, ...Object.fromEntries(added) } };
}
