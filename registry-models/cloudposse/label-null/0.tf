# It creates nothing: whether its callers create anything is what they ask it. Names and tags are put together by rules of its
# own, and not known here.
model {
  source         = "cloudposse/label/null"
  versions       = ">= 0.24.0, < 1.0.0"
  without_effect = [
    "namespace", "tenant", "environment", "stage", "name", "delimiter", "attributes", "labels_as_tags", "tags", "additional_tag_map",
    "label_order", "regex_replace_chars", "id_length_limit", "label_key_case", "label_value_case", "descriptor_formats",
  ]
}
variable "context" { default = {} }
variable "enabled" { default = null }

locals {
  enabled = try(coalesce(var.enabled, lookup(var.context, "enabled", null)), true)
}

output "enabled" { value = local.enabled }
output "context" { value = merge(var.context, { enabled = local.enabled }) }
