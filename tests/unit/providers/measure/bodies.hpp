#pragma once

#include <string>

namespace bodies {

/// As the API reference shows it.
inline const std::string measure_usage = R"({
  "metric": {
    "company_id": "<string>",
    "created_at": "2023-11-07T05:31:56Z",
    "description": "<string>",
    "external_name": "<string>",
    "id": "<string>",
    "item_id": "<string>",
    "metering_rule": {
      "aggregator": "<string>",
      "group_keys": [
        "<string>"
      ],
      "property": "<string>",
      "rule": "<string>"
    },
    "name": "<string>",
    "standard": true,
    "type": "<string>",
    "updated_at": "2023-11-07T05:31:56Z"
  },
  "product_metric_pricing": {
    "company_id": "<string>",
    "created_at": "2023-11-07T05:31:56Z",
    "id": "<string>",
    "item": {
      "company_id": "<string>",
      "created_at": "2023-11-07T05:31:56Z",
      "description": "<string>",
      "display_type": "<string>",
      "editable": true,
      "external_name": "<string>",
      "id": "<string>",
      "name": "<string>",
      "standard": true,
      "type": "<string>",
      "updated_at": "2023-11-07T05:31:56Z"
    },
    "item_id": "<string>",
    "item_pricing": {
      "base_price": {
        "currency": "<string>",
        "value_in_cents": 123
      },
      "base_units": 123,
      "charge_type": "<string>",
      "company": {
        "address": {
          "address_line_1": "<string>",
          "address_line_2": "<string>",
          "city": "<string>",
          "country": "<string>",
          "place_id": "<string>",
          "state": "<string>",
          "zip": "<string>"
        },
        "computed_entitlements": {},
        "created_at": "2023-11-07T05:31:56Z",
        "customer_id": "<string>",
        "demo": true,
        "email": "<string>",
        "id": "<string>",
        "is_dev": true,
        "legal_name": "<string>",
        "name": "<string>",
        "phone": "<string>",
        "preferred_currency": "<string>",
        "preferred_timezone": "<string>",
        "slug": "<string>",
        "updated_at": "2023-11-07T05:31:56Z"
      },
      "company_id": "<string>",
      "created_at": "2023-11-07T05:31:56Z",
      "credit_price": {
        "amount": {
          "currency": "<string>",
          "value_in_cents": 123
        },
        "item_id": "<string>",
        "units": 123
      },
      "custom_price": {
        "max_price_per_unit": 123,
        "min_price_per_unit": 123,
        "preset_price_per_unit": 123,
        "price_per_unit": 123
      },
      "description": "<string>",
      "display_type": "<string>",
      "editable": true,
      "external_name": "<string>",
      "fixed_price": {
        "price_per_unit": 123
      },
      "frequency": "<string>",
      "gradient_price": [
        {
          "end": 1,
          "flat_price": 123,
          "is_custom_tier": true,
          "price_per_unit": 123,
          "start": 1
        }
      ],
      "id": "<string>",
      "item": {
        "company_id": "<string>",
        "created_at": "2023-11-07T05:31:56Z",
        "description": "<string>",
        "display_type": "<string>",
        "editable": true,
        "external_name": "<string>",
        "id": "<string>",
        "name": "<string>",
        "standard": true,
        "type": "<string>",
        "updated_at": "2023-11-07T05:31:56Z"
      },
      "item_id": "<string>",
      "metadata": {},
      "minimum_spend": {
        "currency": "<string>",
        "value_in_cents": 123
      },
      "minimum_spend_schedule": {
        "allow_pulling_forward": true,
        "amount_per_period": [
          "<string>"
        ],
        "minimum_spend_schedule_type": "<string>"
      },
      "name": "<string>",
      "num_subs": 1,
      "proration_type": "<string>",
      "recognition_schedule": {
        "amount_per_period": [
          "<string>"
        ]
      },
      "scheduled_price": {
        "price_per_unit_per_period": [
          "<string>"
        ]
      },
      "state": "<string>",
      "step_price": {
        "price_per_step": 123,
        "step_size": 1
      },
      "term_count": 123,
      "true_up_frequency": "<string>",
      "type": "<string>",
      "updated_at": "2023-11-07T05:31:56Z",
      "volume_price": [
        {
          "flat_price": 123,
          "is_custom_tier": true,
          "price_per_unit": 123,
          "total_units_end": 1,
          "total_units_start": 1
        }
      ]
    },
    "item_pricing_id": "<string>",
    "metric": {
      "company_id": "<string>",
      "created_at": "2023-11-07T05:31:56Z",
      "description": "<string>",
      "external_name": "<string>",
      "id": "<string>",
      "item_id": "<string>",
      "metering_rule": {
        "aggregator": "<string>",
        "group_keys": [
          "<string>"
        ],
        "property": "<string>",
        "rule": "<string>"
      },
      "name": "<string>",
      "standard": true,
      "type": "<string>",
      "updated_at": "2023-11-07T05:31:56Z"
    },
    "metric_id": "<string>",
    "product": {
      "company_id": "<string>",
      "created_at": "2023-11-07T05:31:56Z",
      "description": "<string>",
      "entitlements": [
        {
          "entitlement_id": "<string>",
          "id": "<string>",
          "inherited_from_id": "<string>",
          "inherited_from_type": "<string>",
          "key": "<string>",
          "name": "<string>",
          "original_value": "<unknown>",
          "overridden": true,
          "type": "<string>",
          "value": "<unknown>"
        }
      ],
      "external_name": "<string>",
      "gl_code": "<string>",
      "id": "<string>",
      "image_url": "<string>",
      "import_created_at_ref": "2023-11-07T05:31:56Z",
      "import_ref": "<string>",
      "imported_from": "<string>",
      "metadata": {},
      "name": "<string>",
      "num_subs": 1,
      "product_pricings": [
        {
          "company_id": "<string>",
          "computed_entitlements": [
            {
              "entitlement_id": "<string>",
              "id": "<string>",
              "inherited_from_id": "<string>",
              "inherited_from_type": "<string>",
              "key": "<string>",
              "name": "<string>",
              "original_value": "<unknown>",
              "overridden": true,
              "type": "<string>",
              "value": "<unknown>"
            }
          ],
          "created_at": "2023-11-07T05:31:56Z",
          "currency": "<string>",
          "description": "<string>",
          "external_name": "<string>",
          "id": "<string>",
          "import_created_at_ref": "2023-11-07T05:31:56Z",
          "import_ref": "<string>",
          "imported_from": "<string>",
          "metadata": {},
          "minimum_spend": {
            "currency": "<string>",
            "value_in_cents": 123
          },
          "name": "<string>",
          "num_subs": 1,
          "override_entitlements": [
            {
              "entitlement_id": "<string>",
              "id": "<string>",
              "inherited_from_id": "<string>",
              "inherited_from_type": "<string>",
              "key": "<string>",
              "name": "<string>",
              "original_value": "<unknown>",
              "overridden": true,
              "type": "<string>",
              "value": "<unknown>"
            }
          ],
          "product": "<unknown>",
          "product_id": "<string>",
          "product_metric_pricings": "<array>",
          "state": "<string>",
          "tags": [
            "<string>"
          ],
          "type": "<string>",
          "updated_at": "2023-11-07T05:31:56Z",
          "upsell_product_pricing_id": "<string>"
        }
      ],
      "state": "<string>",
      "tags": [
        "<string>"
      ],
      "updated_at": "2023-11-07T05:31:56Z"
    },
    "product_id": "<string>",
    "updated_at": "2023-11-07T05:31:56Z"
  },
  "usage": [
    {
      "breakdown": [
        {
          "breakout": {},
          "grouping": {},
          "period": {
            "end_date": "2023-11-07T05:31:56Z",
            "start_date": "2023-11-07T05:31:56Z"
          },
          "value": "<unknown>"
        }
      ],
      "period": {
        "end_date": "2023-11-07T05:31:56Z",
        "start_date": "2023-11-07T05:31:56Z"
      },
      "subscription_metric_record_id": "<string>",
      "value": "<unknown>"
    }
  ]
})";

}  // namespace bodies
