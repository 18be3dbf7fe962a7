// Generated from openapi/openapi.json by `npm run types`; never written by hand.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description How a cost is booked.
         * @enum {string}
         */
        Accounting: "capex" | "opex";
        /**
         * @description Admitted weights: `ranks` (each criterion at least as much as the next), `intervals` (around stated weights), or
         *     `stakeholders` (mixtures of their own weights of the objectives).
         * @enum {string}
         */
        AdmittedBy: "ranks" | "intervals" | "stakeholders";
        /**
         * @description Which weights are admitted: each criterion at least as much as the one after it (`ranks`), around stated weights (`intervals`), mixtures of the stakeholders' (`stakeholders`).
         * @enum {string}
         */
        AdmittedWeights: "ranks" | "intervals" | "stakeholders";
        /** @description How far the members of a group agree. */
        Agreement: {
            /** @description By objective. */
            dispersion: {
                [key: string]: components["schemas"]["Dispersion"];
            };
            /**
             * Format: double
             * @description 0 (none) to 1 (identical orders); null when it has no meaning.
             */
            kendall_w: number | null;
        };
        /** @description Geometric mean of the judgements of all members as one matrix. */
        AhpGroupWeights: components["schemas"]["AhpWeights"] & components["schemas"]["Agreement"] & {
            members: string[];
            /** @description Members whose own answers are above the accepted ratio. */
            inconsistent: string[];
            /** @description Stakeholders whose answers could not be used. */
            left_out: string[];
        };
        /** @description One pairwise judgement of one stakeholder. */
        AhpPair: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Who judges. */
            stakeholder: string;
            /** @description An objective. */
            objective_a: string;
            /** @description An objective. */
            objective_b: string;
            /** @description How many times a matters more than b. */
            ratio_a_over_b?: number;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        AhpPairBatch: {
            items: components["schemas"]["AhpPairRow"][];
        };
        /** @description A page of rows, each one pairwise judgement of one stakeholder. */
        AhpPairPage: {
            items: components["schemas"]["AhpPair"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. One pairwise judgement of one stakeholder. */
        AhpPairPatch: {
            /** @description Who judges. */
            stakeholder?: string;
            /** @description An objective. */
            objective_a?: string;
            /** @description An objective. */
            objective_b?: string;
            /** @description How many times a matters more than b. */
            ratio_a_over_b?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description One pairwise judgement of one stakeholder. Found by `external_id`, `key` or its key fields. */
        AhpPairRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Who judges. */
            stakeholder?: string;
            /** @description An objective. */
            objective_a?: string;
            /** @description An objective. */
            objective_b?: string;
            /** @description How many times a matters more than b. */
            ratio_a_over_b?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description How weights were drawn from pairwise judgements; `least_squares` when judgements are missing.
         * @enum {string}
         */
        AhpSolution: "eigenvector" | "least_squares";
        /** @description Weights from the pairwise judgements of one stakeholder, or of a group as one matrix. */
        AhpWeights: {
            /** @description Weights by objective, adding up to 1. */
            weights: {
                [key: string]: number;
            };
            solution: components["schemas"]["AhpSolution"];
            /**
             * Format: double
             * @description Largest eigenvalue; null when judgements are missing, like the two below.
             */
            lambda_max: number | null;
            /**
             * Format: double
             * @description Consistency index.
             */
            ci: number | null;
            /**
             * Format: double
             * @description Consistency ratio; null also where no random index is known.
             */
            cr: number | null;
            /** @description Null when the consistency cannot be rated. */
            accepted: boolean | null;
            unrated: components["schemas"]["UnratedReason"] | null;
            worst_triad: components["schemas"]["Triad"] | null;
            revisit: components["schemas"]["JudgementRevision"] | null;
        };
        /** @description Plans nearly as good as the best one that differ from each other. */
        AlternativesRequest: {
            /**
             * Format: int32
             * @description How many plans; 5 when left out.
             * @example 5
             */
            count?: number | null;
            /**
             * Format: int32
             * @description By how many investments any two of them differ, at least; 2 when left out.
             * @example 2
             */
            differ_by?: number | null;
            /**
             * @description Scenario of the dossier that is put on first; the dossier as it is when left out.
             * @example S-CUT20
             */
            scenario?: string | null;
            /**
             * @description Name of a decision model; the dossier's own, else the built-in `reference`, when left out.
             * @example reference
             */
            decision_model?: string | null;
            /**
             * @description Changes tried out in this run only.
             * @default {
             *       "overrides": [],
             *       "budgets": {}
             *     }
             */
            what_if: components["schemas"]["WhatIf"];
            language?: components["schemas"]["Language"] | null;
            /**
             * @description What the plan is to have most of: a measure (`npv`, `objectives`, `coverage`, `coverage:P1`, `freedom`,
             *     `regret`), a blend (`0.7*npv+0.3*coverage`), or one after another with a tolerance (`npv:0.02,coverage`);
             *     `npv` when left out.
             * @example npv:0.02,coverage
             */
            aim?: string | null;
            /**
             * @description How benefits add up.
             * @default full
             */
            value_model: components["schemas"]["ValueModel"];
            starts?: components["schemas"]["Starts"] | null;
            /**
             * @description What must be in the plan or out of it.
             * @default []
             */
            locks: components["schemas"]["Lock"][];
            /**
             * @description Rules that are not to hold, by name or family.
             * @default []
             * @example [
             *       "budget:y0",
             *       "requires:B19:B26"
             *     ]
             */
            without: string[];
            /**
             * @description Least amounts of measures.
             * @default []
             */
            floors: components["schemas"]["LeastOf"][];
            /**
             * @description Scenarios that the plan must hold in too, and that regret is told over.
             * @default []
             * @example [
             *       "S-CHURN"
             *     ]
             */
            also_in: string[];
            /**
             * Format: double
             * @description Stop when no plan can be worth more than this share above the best one: 0.01 is 1 %. 0 asks for proof.
             * @default 0
             * @example 0.01
             */
            gap: number;
            /**
             * Format: double
             * @description Stop each question put to the solver after these seconds, above 0; the answer then depends on the machine.
             * @example 60
             */
            time_limit_seconds?: number | null;
        };
        /** @description A run with its result, which is null until it is there. */
        AlternativesRun: {
            /** @description Its name. */
            id: string;
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description The revision it works on.
             */
            revision: number;
            /**
             * @description What is computed. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "alternatives";
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Whether nothing more will happen to it. */
            is_ended: boolean;
            /** @description Who asked. */
            actor: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string | null;
            /** @description What was asked. */
            request: {
                [key: string]: unknown;
            } | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Hash of everything that its result depends on. */
            fingerprint: string | null;
            fault: components["schemas"]["JobFault"] | null;
            /** @description Media type of its result. */
            result_type: string | null;
            /** @description Whether it was asked to end. */
            cancel_requested: boolean;
            /** @description Whether it was stopped before its end, so that its result is not whole. */
            is_partial: boolean;
            /** @description Where word is sent when it ends. */
            webhook: string | null;
            result: components["schemas"]["PlanList"] | null;
        };
        /**
         * Format: decimal
         * @description Decimal text, at most six decimals, never rounded to a float: in the currency that the document or its dossier
         *     names, unless the key names another unit (days, a count, points).
         * @example 2553916.666667
         */
        Amount: string;
        /** @description A question of the dossier with its answer. */
        AnsweredQuestion: {
            id: string;
            investment: string;
            question_en: string;
            question_fr: string;
            verdict: components["schemas"]["Verdict"];
            answer_en: string;
            answer_fr: string;
        };
        /** @description The result of `appraise`: one business case per variant; amounts in `currency`. */
        AppraisalResult: {
            currency: string;
            /**
             * Format: int32
             * @description Calendar year of year 0.
             */
            base_year: number;
            /**
             * Format: double
             * @description Per year, a fraction.
             */
            discount_rate: number;
            /** @description Name and version. */
            decision_model: string;
            options: components["schemas"]["VariantCase"][];
            /** @description Variants whose amounts are withheld or not stated: missing, never zero. */
            missing: components["schemas"]["MissingCase"][];
            /** @description SHA-256 of everything the result depends on. */
            fingerprint: string;
        };
        /** @description The business case of every variant. */
        AppraiseRequest: {
            /**
             * @description Only this investment, with its lines year by year.
             * @example B20
             */
            investment?: string | null;
            /**
             * @description Scenario of the dossier that is put on first; the dossier as it is when left out.
             * @example S-CUT20
             */
            scenario?: string | null;
            /**
             * @description Name of a decision model; the dossier's own, else the built-in `reference`, when left out.
             * @example reference
             */
            decision_model?: string | null;
            /**
             * @description Changes tried out in this run only.
             * @default {
             *       "overrides": [],
             *       "budgets": {}
             *     }
             */
            what_if: components["schemas"]["WhatIf"];
            language?: components["schemas"]["Language"] | null;
        };
        /** @description A run with its result, which is null until it is there. */
        AppraiseRun: {
            /** @description Its name. */
            id: string;
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description The revision it works on.
             */
            revision: number;
            /**
             * @description What is computed. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "appraise";
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Whether nothing more will happen to it. */
            is_ended: boolean;
            /** @description Who asked. */
            actor: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string | null;
            /** @description What was asked. */
            request: {
                [key: string]: unknown;
            } | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Hash of everything that its result depends on. */
            fingerprint: string | null;
            fault: components["schemas"]["JobFault"] | null;
            /** @description Media type of its result. */
            result_type: string | null;
            /** @description Whether it was asked to end. */
            cancel_requested: boolean;
            /** @description Whether it was stopped before its end, so that its result is not whole. */
            is_partial: boolean;
            /** @description Where word is sent when it ends. */
            webhook: string | null;
            result: components["schemas"]["AppraisalResult"] | null;
        };
        /** @description A line of the audit log; lines are never changed. `changes` has at most 100 rows, and 1000 on a page; of more it is null. */
        AuditEvent: {
            /**
             * Format: int64
             * @description From 1, without gaps.
             */
            seq: number;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who. */
            actor: string;
            /** @description What was done. */
            action: string;
            /** @description To which dossier. */
            dossier: string | null;
            /**
             * Format: int64
             * @description The revision that it made.
             */
            revision: number | null;
            /** @description To what. */
            subject: string;
            /** @description More of it. */
            note: string;
            /** @description Name of the request. */
            request_id: string;
            /** @description What it was: the row, when one row was written; the revision, when several were; a role, the end of a key, the version of a model. Null when there was nothing. */
            before: {
                [key: string]: unknown;
            } | null;
            /** @description What it is; null when it is gone. */
            after: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: int64
             * @description Rows that its revision changed.
             */
            n_changes: number | null;
            changes: components["schemas"]["ItemVersion"][] | null;
            /** @description Where what its revision changed can be read, however many rows. */
            comparison: string | null;
            /** @description SHA-256 of the hash before and of this line, with the digest of its revision. */
            hash: string;
        };
        /** @description Lines of the audit log, newest first. */
        AuditPage: {
            items: components["schemas"]["AuditEvent"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
        };
        /** @description The strongest chain from a node to a moment. */
        BackstagePath: components["schemas"]["EcosystemPath"] & {
            node: string;
            moment: string;
            leverage: components["schemas"]["Amount"] | null;
        };
        /** @description Rows of any tables, put in or merged with those that are there; all or none. */
        Batch: {
            objectives?: components["schemas"]["ObjectiveRow"][];
            stakeholder_weights?: components["schemas"]["StakeholderWeightRow"][];
            ahp_pairs?: components["schemas"]["AhpPairRow"][];
            levers?: components["schemas"]["LeverRow"][];
            personas?: components["schemas"]["PersonaRow"][];
            persona_criteria?: components["schemas"]["PersonaCriterionRow"][];
            journeys?: components["schemas"]["JourneyRow"][];
            channels?: components["schemas"]["ChannelRow"][];
            channel_switches?: components["schemas"]["ChannelSwitchRow"][];
            service_levels?: components["schemas"]["ServiceLevelRow"][];
            moments?: components["schemas"]["MomentRow"][];
            moment_importance?: components["schemas"]["MomentImportanceRow"][];
            capabilities?: components["schemas"]["CapabilityRow"][];
            roles?: components["schemas"]["RoleRow"][];
            ecosystem_nodes?: components["schemas"]["EcosystemNodeRow"][];
            ecosystem_edges?: components["schemas"]["EcosystemEdgeRow"][];
            problems?: components["schemas"]["ProblemRow"][];
            investments?: components["schemas"]["InvestmentRow"][];
            variants?: components["schemas"]["VariantRow"][];
            cost_lines?: components["schemas"]["CostLineRow"][];
            benefit_lines?: components["schemas"]["BenefitLineRow"][];
            moment_effects?: components["schemas"]["MomentEffectRow"][];
            node_effects?: components["schemas"]["NodeEffectRow"][];
            investment_criteria?: components["schemas"]["InvestmentCriterionValuesRow"][];
            role_demand?: components["schemas"]["RoleDemandRow"][];
            dependencies?: components["schemas"]["DependencyRow"][];
            risks?: components["schemas"]["RiskRow"][];
            envelopes?: components["schemas"]["EnvelopeRow"][];
            rules?: components["schemas"]["RuleRow"][];
            evidence?: components["schemas"]["EvidenceItemRow"][];
            studies?: components["schemas"]["StudyRow"][];
            scenarios?: components["schemas"]["ScenarioOverrideRow"][];
            questions?: components["schemas"]["QuestionRow"][];
            workspace?: components["schemas"]["Settings"];
        };
        /** @description A figure without and with the plan. */
        BeforeAfter: {
            /** Format: double */
            before: number;
            /**
             * Format: double
             * @description Null without a plan.
             */
            after: number | null;
        };
        /** @description One source of benefit. */
        BenefitLine: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description An investment. */
            investment_id: string;
            /** @description One of its variants; core when blank. */
            variant_id?: string;
            /** @description Key of the line within its variant. */
            line_id: string;
            /** @description A lever. */
            lever_id?: string;
            /**
             * Format: decimal
             * @description Low effect, in the lever's unit.
             * @example 120000.00
             */
            effect_low?: string;
            /**
             * Format: decimal
             * @description Most likely effect, in the lever's unit.
             * @example 120000.00
             */
            effect_mode?: string;
            /**
             * Format: decimal
             * @description High effect, in the lever's unit.
             * @example 120000.00
             */
            effect_high?: string;
            /**
             * @description How sure the effect is.
             * @enum {string}
             */
            evidence_level?: "E0" | "E1" | "E2" | "E3" | "E4" | "E5";
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y0?: number;
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y1?: number;
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y2?: number;
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y3?: number;
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y4?: number;
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y5?: number;
            /** @description Who answers for the benefit. */
            benefit_owner?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        BenefitLineBatch: {
            items: components["schemas"]["BenefitLineRow"][];
        };
        /** @description One line of benefit, by years 0..=horizon. */
        BenefitLineCase: {
            line: string;
            lever: string;
            evidence: components["schemas"]["EvidenceLevel"];
            /** @description Who answers for it; empty when nobody does. */
            owner: string;
            /**
             * Format: double
             * @description In the unit of the lever.
             */
            claimed_effect: number;
            /**
             * Format: double
             * @description The same after the evidence discount.
             */
            adjusted_effect: number;
            stated: components["schemas"]["Amount"][];
            adjusted: components["schemas"]["Amount"][];
        };
        /** @description A page of rows, each one source of benefit. */
        BenefitLinePage: {
            items: components["schemas"]["BenefitLine"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. One source of benefit. */
        BenefitLinePatch: {
            /** @description An investment. */
            investment_id?: string;
            /** @description One of its variants; core when blank. */
            variant_id?: string | null;
            /** @description Key of the line within its variant. */
            line_id?: string;
            /** @description A lever. */
            lever_id?: string | null;
            /**
             * Format: decimal
             * @description Low effect, in the lever's unit.
             * @example 120000.00
             */
            effect_low?: string | null;
            /**
             * Format: decimal
             * @description Most likely effect, in the lever's unit.
             * @example 120000.00
             */
            effect_mode?: string | null;
            /**
             * Format: decimal
             * @description High effect, in the lever's unit.
             * @example 120000.00
             */
            effect_high?: string | null;
            /**
             * @description How sure the effect is.
             * @enum {string|null}
             */
            evidence_level?: "E0" | "E1" | "E2" | "E3" | "E4" | "E5" | null;
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y0?: number | null;
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y1?: number | null;
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y2?: number | null;
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y3?: number | null;
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y4?: number | null;
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y5?: number | null;
            /** @description Who answers for the benefit. */
            benefit_owner?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description One source of benefit. Found by `external_id`, `key` or its key fields. */
        BenefitLineRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description An investment. */
            investment_id?: string;
            /** @description One of its variants; core when blank. */
            variant_id?: string | null;
            /** @description Key of the line within its variant. */
            line_id?: string;
            /** @description A lever. */
            lever_id?: string | null;
            /**
             * Format: decimal
             * @description Low effect, in the lever's unit.
             * @example 120000.00
             */
            effect_low?: string | null;
            /**
             * Format: decimal
             * @description Most likely effect, in the lever's unit.
             * @example 120000.00
             */
            effect_mode?: string | null;
            /**
             * Format: decimal
             * @description High effect, in the lever's unit.
             * @example 120000.00
             */
            effect_high?: string | null;
            /**
             * @description How sure the effect is.
             * @enum {string|null}
             */
            evidence_level?: "E0" | "E1" | "E2" | "E3" | "E4" | "E5" | null;
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y0?: number | null;
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y1?: number | null;
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y2?: number | null;
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y3?: number | null;
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y4?: number | null;
            /** @description Share of the full effect reached in a year, 0 to 1; a share, 0.1 is 10 %. */
            ramp_y5?: number | null;
            /** @description Who answers for the benefit. */
            benefit_owner?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A rule that would be broken. */
        BrokenRule: {
            rule: string;
            /** @description In the unit of the rule: currency, days, or a count. */
            short_by: components["schemas"]["Amount"];
        };
        /** @description A whole dossier: its settings and tables. Cells may also be texts, as in files. */
        Bundle: {
            /** @description Rows, each what is wanted, with its KPI; a root that only groups others has none, as Objective has them. */
            objectives?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each one stakeholder's points for one objective, as StakeholderWeight has them. */
            stakeholder_weights?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each one pairwise judgement of one stakeholder, as AhpPair has them. */
            ahp_pairs?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each a financial driver, as Lever has them. */
            levers?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each a kind of customer, as Persona has them. */
            personas?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each the points a persona gives to a criterion in a context, as PersonaCriterion has them. */
            persona_criteria?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each what a persona goes through to reach a goal, as Journey has them. */
            journeys?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each a way of contact, as Channel has them. */
            channels?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each how often a journey changes channel, as ChannelSwitch has them. */
            channel_switches?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each a service level that a persona lives in a channel, as ServiceLevel has them. */
            service_levels?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each a moment of truth, as Moment has them. */
            moments?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each the points a persona gives to a moment, as MomentImportance has them. */
            moment_importance?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each a business capability, as Capability has them. */
            capabilities?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each a kind of work with its capacity, as Role has them. */
            roles?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each a person, partner, system, process, policy or store of records behind the moments, as EcosystemNode has them. */
            ecosystem_nodes?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each points that arrive at a node or moment for one health point gained at a node, as EcosystemEdge has them. */
            ecosystem_edges?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each a customer's problem, traced by whys to a root node, as Problem has them. */
            problems?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each something that may be funded, as Investment has them. */
            investments?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each one of several mutually exclusive ways to do an investment, as Variant has them. */
            variants?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each one source of cost, as CostLine has them. */
            cost_lines?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each one source of benefit, as BenefitLine has them. */
            benefit_lines?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each the direct lift of an investment at a moment, as MomentEffect has them. */
            moment_effects?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each health points an investment adds to a node, as NodeEffect has them. */
            node_effects?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each the effect of an investment on each persona criterion, as InvestmentCriterionValues has them. */
            investment_criteria?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each days of a role that a variant needs, as RoleDemand has them. */
            role_demand?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each what one investment means for another, as Dependency has them. */
            dependencies?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each what may go wrong with an investment, as Risk has them. */
            risks?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each money of a department or a fund, beside the budget of the whole plan, as Envelope has them. */
            envelopes?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each a rule about the whole plan, as Rule has them. */
            rules?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each one piece of evidence, as EvidenceItem has them. */
            evidence?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each a study that could be run before buying, as Study has them. */
            studies?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each one override of one scenario, as ScenarioOverride has them. */
            scenarios?: {
                [key: string]: unknown;
            }[];
            /** @description Rows, each a question asked about one investment, as Question has them. */
            questions?: {
                [key: string]: unknown;
            }[];
            workspace?: components["schemas"]["Settings"];
        };
        /** @description A business capability. */
        Capability: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Key of the capability. */
            id: string;
            /** @description Name in English; one language is enough. */
            name_en?: string;
            /** @description Name in French. */
            name_fr?: string;
            /** @description Maturity today, 1 to 5. */
            maturity_now?: number;
            /** @description Maturity wanted, 1 to 5. */
            maturity_target?: number;
            /** @description Importance, 0 to 10. */
            importance?: number;
            /** @description Who owns it. */
            owner?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        CapabilityBatch: {
            items: components["schemas"]["CapabilityRow"][];
        };
        /** @description The maturity of one capability, 1 to 5, today and with the plan. */
        CapabilityChange: {
            capability: string;
            name_en: string;
            name_fr: string;
            /** Format: double */
            maturity_now: number;
            /** Format: double */
            maturity_target: number;
            /**
             * Format: double
             * @description Once all that is funded is done: now, and the levels that each investment of the plan states, by the size of its
             *     variant and the share funded; at most 5. Null when one of them does not state its levels.
             */
            maturity_after: number | null;
            /** @description Investments of the plan that raise it. */
            raised_by: string[];
        };
        /** @description A page of rows, each a business capability. */
        CapabilityPage: {
            items: components["schemas"]["Capability"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. A business capability. */
        CapabilityPatch: {
            /** @description Key of the capability. */
            id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /** @description Maturity today, 1 to 5. */
            maturity_now?: number | null;
            /** @description Maturity wanted, 1 to 5. */
            maturity_target?: number | null;
            /** @description Importance, 0 to 10. */
            importance?: number | null;
            /** @description Who owns it. */
            owner?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A business capability. Found by `external_id`, `key` or its key fields. */
        CapabilityRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Key of the capability. */
            id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /** @description Maturity today, 1 to 5. */
            maturity_now?: number | null;
            /** @description Maturity wanted, 1 to 5. */
            maturity_target?: number | null;
            /** @description Importance, 0 to 10. */
            importance?: number | null;
            /** @description Who owns it. */
            owner?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description The measures of one case; ratios and rates are fractions, paybacks years from t = 0. */
        CaseMeasures: {
            /**
             * Format: double
             * @description (PV of benefits - PV of costs) / PV of costs; null when nothing is spent.
             */
            roi: number | null;
            irr: components["schemas"]["RatesOfReturn"];
            /**
             * Format: double
             * @description Modified internal rate of return; null when there is none.
             */
            mirr: number | null;
            payback: components["schemas"]["Payback"];
            /**
             * Format: double
             * @description PV of all net amounts after year 0 per unit of the net outlay of year 0; null without an outlay.
             */
            profitability_index: number | null;
            /** @description The NPV spread evenly over years 1..=horizon. */
            equivalent_annual_amount: components["schemas"]["Amount"];
            /** @description Expected costs of all years, undiscounted. */
            total_cost_of_ownership: components["schemas"]["Amount"];
        };
        /** @description Kinds of node that are known behind a moment, and those that nobody named. */
        CauseCompleteness: {
            present: components["schemas"]["NodeKind"][];
            missing: components["schemas"]["NodeKind"][];
        };
        /** @description The money at risk of one persona at one moment, by consequence. */
        CellAtRisk: {
            persona: string;
            moment: string;
            /** Format: double */
            failures_per_year: number;
            /** @description Of customers who leave. */
            leave: components["schemas"]["Amount"];
            /** @description Of customers who buy less. */
            reduce: components["schemas"]["Amount"];
            lost_sales: components["schemas"]["Amount"];
            /** @description Of extra contacts. */
            contacts: components["schemas"]["Amount"];
            total: components["schemas"]["Amount"];
        };
        /**
         * @description What would change: `effect` (gains), `cost`, `budget` (all budgets and envelopes), `companion` (another investment), `delay` (a later start), `evidence` (a better level).
         * @enum {string}
         */
        ChangeKind: "effect" | "cost" | "budget" | "companion" | "delay" | "evidence";
        /** @description What became of one investment. */
        ChangeView: {
            investment: string;
            /** @description Empty where neither document names it. */
            name_en: string;
            name_fr: string;
            /** @description entered, left or moved. */
            change: string;
            /** @description What is known of why: request, dossier, rules, value, displaced or no_plan; empty when nothing is. */
            causes: string[];
            /** @description One sentence, which says so when no cause is known. */
            why: components["schemas"]["SentenceView"];
        };
        /** @description A cell with another text. */
        ChangedCell: {
            /** @description Of the row. */
            key: string;
            field: string;
            old: string;
            new: string;
        };
        /** @description A way of contact. */
        Channel: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Currency of its amounts, ISO 4217. */
            currency: string;
            /** @description Key of the channel. */
            id: string;
            /** @description Name in English; one language is enough. */
            name_en?: string;
            /** @description Name in French. */
            name_fr?: string;
            /**
             * Format: decimal
             * @description Cost of one contact, currency, in `currency`.
             * @example 120000.00
             */
            cost_per_contact_eur?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        ChannelBatch: {
            items: components["schemas"]["ChannelRow"][];
        };
        /** @description A page of rows, each a way of contact. */
        ChannelPage: {
            items: components["schemas"]["Channel"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. A way of contact. */
        ChannelPatch: {
            /** @description Key of the channel. */
            id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /**
             * Format: decimal
             * @description Cost of one contact, currency, in `currency`.
             * @example 120000.00
             */
            cost_per_contact_eur?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A way of contact. Found by `external_id`, `key` or its key fields. */
        ChannelRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Key of the channel. */
            id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /**
             * Format: decimal
             * @description Cost of one contact, currency, in `currency`.
             * @example 120000.00
             */
            cost_per_contact_eur?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description How often a journey changes channel. */
        ChannelSwitch: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description A journey. */
            journey_id: string;
            /** @description A channel. */
            from_channel: string;
            /** @description A channel. */
            to_channel: string;
            /** @description Share of journey instances; a share, 0.1 is 10 %. */
            rate?: number;
            /**
             * @description Why the customer changes.
             * @enum {string}
             */
            reason: "failure" | "preference" | "convenience";
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        ChannelSwitchBatch: {
            items: components["schemas"]["ChannelSwitchRow"][];
        };
        /** @description A page of rows, each how often a journey changes channel. */
        ChannelSwitchPage: {
            items: components["schemas"]["ChannelSwitch"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. How often a journey changes channel. */
        ChannelSwitchPatch: {
            /** @description A journey. */
            journey_id?: string;
            /** @description A channel. */
            from_channel?: string;
            /** @description A channel. */
            to_channel?: string;
            /** @description Share of journey instances; a share, 0.1 is 10 %. */
            rate?: number | null;
            /**
             * @description Why the customer changes.
             * @enum {string}
             */
            reason?: "failure" | "preference" | "convenience";
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description How often a journey changes channel. Found by `external_id`, `key` or its key fields. */
        ChannelSwitchRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description A journey. */
            journey_id?: string;
            /** @description A channel. */
            from_channel?: string;
            /** @description A channel. */
            to_channel?: string;
            /** @description Share of journey instances; a share, 0.1 is 10 %. */
            rate?: number | null;
            /**
             * @description Why the customer changes.
             * @enum {string}
             */
            reason?: "failure" | "preference" | "convenience";
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Every finding of a dossier at once, and how ready it is. */
        CheckRequest: {
            /**
             * @description Scenario of the dossier that is put on first; the dossier as it is when left out.
             * @example S-CUT20
             */
            scenario?: string | null;
            /**
             * @description Name of a decision model; the dossier's own, else the built-in `reference`, when left out.
             * @example reference
             */
            decision_model?: string | null;
            /**
             * @description Changes tried out in this run only.
             * @default {
             *       "overrides": [],
             *       "budgets": {}
             *     }
             */
            what_if: components["schemas"]["WhatIf"];
            language?: components["schemas"]["Language"] | null;
        };
        /** @description The result of `check`: how ready the dossier is and what is wrong or doubtful in it. */
        CheckResult: {
            /**
             * Format: double
             * @description Share of readiness gates passed, 0..=1.
             */
            readiness: number;
            gates: components["schemas"]["Gate"][];
            /** @description The errors first. */
            findings: components["schemas"]["Finding"][];
        };
        /** @description A run with its result, which is null until it is there. */
        CheckRun: {
            /** @description Its name. */
            id: string;
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description The revision it works on.
             */
            revision: number;
            /**
             * @description What is computed. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "check";
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Whether nothing more will happen to it. */
            is_ended: boolean;
            /** @description Who asked. */
            actor: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string | null;
            /** @description What was asked. */
            request: {
                [key: string]: unknown;
            } | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Hash of everything that its result depends on. */
            fingerprint: string | null;
            fault: components["schemas"]["JobFault"] | null;
            /** @description Media type of its result. */
            result_type: string | null;
            /** @description Whether it was asked to end. */
            cancel_requested: boolean;
            /** @description Whether it was stopped before its end, so that its result is not whole. */
            is_partial: boolean;
            /** @description Where word is sent when it ends. */
            webhook: string | null;
            result: components["schemas"]["CheckResult"] | null;
        };
        /** @description One choice of a portfolio. */
        Choice: {
            investment: string;
            variant: string;
            /**
             * Format: int32
             * @description Year index in which it starts; 0 is the base year.
             */
            start: number;
            /** @description When it starts: `y1`, `y1q2` or `y1m05`. */
            begin: string;
            /** @description Part of it that is funded, above 0 and at most 1, as decimal text. */
            share: components["schemas"]["ExactDecimal"];
        };
        /**
         * @description A choice by its short name: investment, variant and start, `B01:core@y1` (year 1), `B01:core@y1q2` or
         *     `B01:core@y1m05`, with `x0.5` behind it when half of it is funded.
         * @example B01:core@y1
         */
        ChoiceName: string;
        /** @description The portfolio of greatest value under budgets, people and rules. */
        ChooseRequest: {
            /**
             * @description Tells how the plan differs from that of the dossier as it stands: the same aim, value model, starts and limits
             *     without `scenario`, `what_if`, `locks`, `without` and `floors`. The plan then has `difference`: what entered,
             *     left and moved, why, and the money.
             * @default false
             */
            compare: boolean;
            /**
             * @description Scenario of the dossier that is put on first; the dossier as it is when left out.
             * @example S-CUT20
             */
            scenario?: string | null;
            /**
             * @description Name of a decision model; the dossier's own, else the built-in `reference`, when left out.
             * @example reference
             */
            decision_model?: string | null;
            /**
             * @description Changes tried out in this run only.
             * @default {
             *       "overrides": [],
             *       "budgets": {}
             *     }
             */
            what_if: components["schemas"]["WhatIf"];
            language?: components["schemas"]["Language"] | null;
            /**
             * @description What the plan is to have most of: a measure (`npv`, `objectives`, `coverage`, `coverage:P1`, `freedom`,
             *     `regret`), a blend (`0.7*npv+0.3*coverage`), or one after another with a tolerance (`npv:0.02,coverage`);
             *     `npv` when left out.
             * @example npv:0.02,coverage
             */
            aim?: string | null;
            /**
             * @description How benefits add up.
             * @default full
             */
            value_model: components["schemas"]["ValueModel"];
            starts?: components["schemas"]["Starts"] | null;
            /**
             * @description What must be in the plan or out of it.
             * @default []
             */
            locks: components["schemas"]["Lock"][];
            /**
             * @description Rules that are not to hold, by name or family.
             * @default []
             * @example [
             *       "budget:y0",
             *       "requires:B19:B26"
             *     ]
             */
            without: string[];
            /**
             * @description Least amounts of measures.
             * @default []
             */
            floors: components["schemas"]["LeastOf"][];
            /**
             * @description Scenarios that the plan must hold in too, and that regret is told over.
             * @default []
             * @example [
             *       "S-CHURN"
             *     ]
             */
            also_in: string[];
            /**
             * Format: double
             * @description Stop when no plan can be worth more than this share above the best one: 0.01 is 1 %. 0 asks for proof.
             * @default 0
             * @example 0.01
             */
            gap: number;
            /**
             * Format: double
             * @description Stop each question put to the solver after these seconds, above 0; the answer then depends on the machine.
             * @example 60
             */
            time_limit_seconds?: number | null;
        };
        /** @description A run with its result, which is null until it is there. */
        ChooseRun: {
            /** @description Its name. */
            id: string;
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description The revision it works on.
             */
            revision: number;
            /**
             * @description What is computed. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "choose";
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Whether nothing more will happen to it. */
            is_ended: boolean;
            /** @description Who asked. */
            actor: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string | null;
            /** @description What was asked. */
            request: {
                [key: string]: unknown;
            } | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Hash of everything that its result depends on. */
            fingerprint: string | null;
            fault: components["schemas"]["JobFault"] | null;
            /** @description Media type of its result. */
            result_type: string | null;
            /** @description Whether it was asked to end. */
            cancel_requested: boolean;
            /** @description Whether it was stopped before its end, so that its result is not whole. */
            is_partial: boolean;
            /** @description Where word is sent when it ends. */
            webhook: string | null;
            result: components["schemas"]["Plan"] | null;
        };
        /** @description What somebody who weighs so would choose. */
        Chooser: {
            /** @description The stakeholder; null for a corner of the weights. */
            who: string | null;
            /** @description In the order of the criteria. */
            weights: number[];
            /**
             * Format: double
             * @description Share by which another plan might be better to them.
             */
            gap: number;
            portfolio: components["schemas"]["ChoiceName"][];
        };
        /** @description Two choices side by side: what entered, left and moved, and what is known of why. */
        Comparison: {
            /** @description Currency of the amounts; null when the two choices are in different ones. */
            currency: string | null;
            /** @description optimal, within_gap, limit_reached or infeasible. */
            status_before: string;
            status_after: string;
            /** @description Net present value of the plan before, as a decimal text; null when there is none. */
            npv_before: string | null;
            npv_after: string | null;
            /** @description npv_after - npv_before; null without two plans in one currency. */
            difference: string | null;
            fingerprint_before: string;
            fingerprint_after: string;
            /** @description Choices of the plan after whose investments the plan before does not have. */
            entered: components["schemas"]["PlacedView"][];
            /** @description Choices of the plan before whose investments the plan after does not have. */
            left: components["schemas"]["PlacedView"][];
            /** @description Investments of both plans in another variant, start or share. */
            moved: components["schemas"]["MoveView"][];
            /** @description One for each of these, by investment, with one sentence on why. */
            changes: components["schemas"]["ChangeView"][];
            /** @description Everything that is known to differ: in the requests, the dossier and the limits of rules. */
            differences: components["schemas"]["DifferenceView"][];
        };
        /** @description One source of cost. */
        CostLine: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Currency of its amounts, ISO 4217. */
            currency: string;
            /** @description An investment. */
            investment_id: string;
            /** @description One of its variants; core when blank. */
            variant_id?: string;
            /** @description Key of the line within its variant. */
            line_id: string;
            /**
             * @description What the cost is for.
             * @enum {string}
             */
            nature?: "build" | "licence" | "migration" | "integration" | "change" | "training" | "run" | "exit";
            /**
             * @description How the accounts see it.
             * @enum {string}
             */
            accounting?: "capex" | "opex";
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y0_eur?: string;
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y1_eur?: string;
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y2_eur?: string;
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y3_eur?: string;
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y4_eur?: string;
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y5_eur?: string;
            /** @description Low case of the amounts; 1 when blank. */
            low_multiplier?: number;
            /** @description High case of the amounts; 1 when blank. */
            high_multiplier?: number;
            /** @description What it buys, when others need the same: the plan pays it once. */
            shared_component?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        CostLineBatch: {
            items: components["schemas"]["CostLineRow"][];
        };
        /** @description One line of cost, by years 0..=horizon. */
        CostLineCase: {
            line: string;
            nature: components["schemas"]["CostNature"];
            accounting: components["schemas"]["Accounting"];
            stated: components["schemas"]["Amount"][];
            /**
             * Format: double
             * @description Expected over stated.
             */
            multiplier: number;
            expected: components["schemas"]["Amount"][];
        };
        /** @description A page of rows, each one source of cost. */
        CostLinePage: {
            items: components["schemas"]["CostLine"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. One source of cost. */
        CostLinePatch: {
            /** @description An investment. */
            investment_id?: string;
            /** @description One of its variants; core when blank. */
            variant_id?: string | null;
            /** @description Key of the line within its variant. */
            line_id?: string;
            /**
             * @description What the cost is for.
             * @enum {string|null}
             */
            nature?: "build" | "licence" | "migration" | "integration" | "change" | "training" | "run" | "exit" | null;
            /**
             * @description How the accounts see it.
             * @enum {string|null}
             */
            accounting?: "capex" | "opex" | null;
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y0_eur?: string | null;
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y1_eur?: string | null;
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y2_eur?: string | null;
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y3_eur?: string | null;
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y4_eur?: string | null;
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y5_eur?: string | null;
            /** @description Low case of the amounts; 1 when blank. */
            low_multiplier?: number | null;
            /** @description High case of the amounts; 1 when blank. */
            high_multiplier?: number | null;
            /** @description What it buys, when others need the same: the plan pays it once. */
            shared_component?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description One source of cost. Found by `external_id`, `key` or its key fields. */
        CostLineRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description An investment. */
            investment_id?: string;
            /** @description One of its variants; core when blank. */
            variant_id?: string | null;
            /** @description Key of the line within its variant. */
            line_id?: string;
            /**
             * @description What the cost is for.
             * @enum {string|null}
             */
            nature?: "build" | "licence" | "migration" | "integration" | "change" | "training" | "run" | "exit" | null;
            /**
             * @description How the accounts see it.
             * @enum {string|null}
             */
            accounting?: "capex" | "opex" | null;
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y0_eur?: string | null;
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y1_eur?: string | null;
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y2_eur?: string | null;
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y3_eur?: string | null;
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y4_eur?: string | null;
            /**
             * Format: decimal
             * @description Spending of a year, currency, in `currency`.
             * @example 120000.00
             */
            y5_eur?: string | null;
            /** @description Low case of the amounts; 1 when blank. */
            low_multiplier?: number | null;
            /** @description High case of the amounts; 1 when blank. */
            high_multiplier?: number | null;
            /** @description What it buys, when others need the same: the plan pays it once. */
            shared_component?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description What a cost is for.
         * @enum {string}
         */
        CostNature: "build" | "licence" | "migration" | "integration" | "change" | "training" | "run" | "exit";
        /** @description What is weighed. */
        Criterion: {
            measure: string;
            /**
             * Format: double
             * @description Largest size it takes among the plans that are best in one of the criteria.
             */
            scale: number;
        };
        /**
         * Format: decimal
         * @description An exact decimal number, written as a string with a decimal point.
         * @example 9200000.00
         */
        DecimalText: string;
        /** @description A decision model, as models/reference/README.md describes it. */
        DecisionModel: {
            [key: string]: unknown;
        };
        /** @description A decision model. */
        DecisionModelEntry: {
            /** @description Its name. */
            name: string;
            /** @description Whether it is part of the program. */
            is_built_in: boolean;
            /**
             * Format: int64
             * @description Its newest version.
             */
            number: number | null;
        };
        /** @description The decision models. */
        DecisionModelList: {
            items: components["schemas"]["DecisionModelEntry"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
        };
        /** @description What one investment means for another. */
        Dependency: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description An investment; a list for at_least_one, all_or_none and same_start. */
            from_id: string[];
            /**
             * @description The relation; finish_before: to_id starts after from_id.
             * @enum {string}
             */
            type: "requires" | "excludes" | "at_least_one" | "all_or_none" | "same_start" | "finish_before" | "enabled_by" | "synergy" | "replaces";
            /** @description An investment; a group for those lists, an application for replaces. */
            to_id: string;
            /** @description Factor on benefits; enabled_by and synergy need it. */
            factor?: number;
            /** @description Note. */
            note?: string;
            /** @description Note in French. */
            note_fr?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        DependencyBatch: {
            items: components["schemas"]["DependencyRow"][];
        };
        /** @description A page of rows, each what one investment means for another. */
        DependencyPage: {
            items: components["schemas"]["Dependency"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. What one investment means for another. */
        DependencyPatch: {
            /** @description An investment; a list for at_least_one, all_or_none and same_start. */
            from_id?: string[];
            /**
             * @description The relation; finish_before: to_id starts after from_id.
             * @enum {string}
             */
            type?: "requires" | "excludes" | "at_least_one" | "all_or_none" | "same_start" | "finish_before" | "enabled_by" | "synergy" | "replaces";
            /** @description An investment; a group for those lists, an application for replaces. */
            to_id?: string;
            /** @description Factor on benefits; enabled_by and synergy need it. */
            factor?: number | null;
            /** @description Note. */
            note?: string | null;
            /** @description Note in French. */
            note_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description What one investment means for another. Found by `external_id`, `key` or its key fields. */
        DependencyRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description An investment; a list for at_least_one, all_or_none and same_start. */
            from_id?: string[];
            /**
             * @description The relation; finish_before: to_id starts after from_id.
             * @enum {string}
             */
            type?: "requires" | "excludes" | "at_least_one" | "all_or_none" | "same_start" | "finish_before" | "enabled_by" | "synergy" | "replaces";
            /** @description An investment; a group for those lists, an application for replaces. */
            to_id?: string;
            /** @description Factor on benefits; enabled_by and synergy need it. */
            factor?: number | null;
            /** @description Note. */
            note?: string | null;
            /** @description Note in French. */
            note_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description What is different between two revisions. */
        Difference: {
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description A revision.
             */
            from: number;
            /**
             * Format: int64
             * @description The other one.
             */
            to: number;
            changes: components["schemas"]["ItemVersion"][];
        };
        /** @description One thing that differs. */
        DifferenceView: {
            /** @description request, dossier or rule. */
            of: string;
            /** @description A field of the request, a row of the dossier or a rule. */
            subject: string;
            /** @description The field of the row; null where the subject says it all. */
            field: string | null;
            /** @description As written; null where it is not there. */
            before: string | null;
            after: string | null;
            sentence: components["schemas"]["SentenceView"];
        };
        /** @description The lowest and the highest weight of an objective. */
        Dispersion: {
            /** Format: double */
            min: number;
            min_by: string;
            /** Format: double */
            max: number;
            max_by: string;
        };
        /** @description A dossier without its rows. */
        Dossier: {
            /** @description Its name. */
            id: string;
            /** @description Title in English. */
            name_en: string | null;
            /** @description Title in French. */
            name_fr: string | null;
            /** @description Currency of its amounts, ISO 4217. */
            currency: string | null;
            /**
             * Format: int64
             * @description Its newest revision.
             */
            revision: number;
            /**
             * @description What the caller may do with it.
             * @enum {string|null}
             */
            role: "viewer" | "analyst" | "approver" | "admin" | null;
            /**
             * Format: date-time
             * @description When it was first kept.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            changed_at: string;
        };
        /** @description The dossiers that the caller may see. */
        DossierList: {
            items: components["schemas"]["Dossier"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
        };
        /** @description A plan drawn against the frontier. */
        DrawnPlan: {
            /** @description The scenario whose best plan it is; null for the user's own. */
            of_scenario: string | null;
            /**
             * Format: double
             * @description Share of the budgets that it needs, or how much it has of the measure; null when no share is enough.
             */
            at: number | null;
            /** @description Less the price of what it breaks. */
            npv: components["schemas"]["Amount"];
            best_npv_there: components["schemas"]["Amount"] | null;
            distance: components["schemas"]["Amount"] | null;
            /** @description Rules that it breaks as the dossier stands. */
            broken: components["schemas"]["BrokenRule"][];
            portfolio: components["schemas"]["ChoiceName"][];
        };
        /** @description A problem that is eased. */
        EasedProblem: {
            problem: string;
            moment: string;
            root_node: string;
            /**
             * Format: double
             * @description Lift over the experience gap.
             */
            closure: number;
        };
        /** @description Points that arrive at a node or moment for one health point gained at a node. */
        EcosystemEdge: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description A node. */
            from_id: string;
            /** @description A node or a moment. */
            to_id: string;
            /** @description -1 to 1, negative hinders. */
            weight?: number;
            /**
             * @description How sure the edge is.
             * @enum {string}
             */
            evidence_level?: "E0" | "E1" | "E2" | "E3" | "E4" | "E5";
            /** @description Note. */
            note?: string;
            /** @description Note in French. */
            note_fr?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        EcosystemEdgeBatch: {
            items: components["schemas"]["EcosystemEdgeRow"][];
        };
        /** @description A page of rows, each points that arrive at a node or moment for one health point gained at a node. */
        EcosystemEdgePage: {
            items: components["schemas"]["EcosystemEdge"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. Points that arrive at a node or moment for one health point gained at a node. */
        EcosystemEdgePatch: {
            /** @description A node. */
            from_id?: string;
            /** @description A node or a moment. */
            to_id?: string;
            /** @description -1 to 1, negative hinders. */
            weight?: number | null;
            /**
             * @description How sure the edge is.
             * @enum {string|null}
             */
            evidence_level?: "E0" | "E1" | "E2" | "E3" | "E4" | "E5" | null;
            /** @description Note. */
            note?: string | null;
            /** @description Note in French. */
            note_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Points that arrive at a node or moment for one health point gained at a node. Found by `external_id`, `key` or its key fields. */
        EcosystemEdgeRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description A node. */
            from_id?: string;
            /** @description A node or a moment. */
            to_id?: string;
            /** @description -1 to 1, negative hinders. */
            weight?: number | null;
            /**
             * @description How sure the edge is.
             * @enum {string|null}
             */
            evidence_level?: "E0" | "E1" | "E2" | "E3" | "E4" | "E5" | null;
            /** @description Note. */
            note?: string | null;
            /** @description Note in French. */
            note_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description The result of `map`: where the money at risk lies and which causes hold it; amounts per year in `currency`. */
        EcosystemMap: {
            currency: string;
            /** @description Null: the dossier as it stands. */
            scenario: string | null;
            /** @description Name and version. */
            decision_model: string;
            money_at_risk: components["schemas"]["MoneyAtRisk"];
            /** @description Every journey, the one remembered worst first. */
            journeys: components["schemas"]["JourneyToday"][];
            /** @description Every stage of the life cycle, those without a moment too. */
            stages: components["schemas"]["StageToday"][];
            /**
             * Format: double
             * @description Experience less expectation in points, losses counted by the model's factor; null when nobody weighs a moment.
             */
            perception_index: number | null;
            perception_by_moment: {
                [key: string]: number;
            };
            /** @description Every node, the largest leverage first. */
            leverage: components["schemas"]["NodeLeverage"][];
            /** @description Root causes nobody proposes to fix, the most money first. */
            unattended: components["schemas"]["UnattendedCause"][];
            /** @description Candidates that ease problems and leave every root as it is. */
            symptom_only: components["schemas"]["SymptomOnly"][];
            /** @description The strongest chain from every node that is not in front to every moment it moves, the most money first. */
            paths: components["schemas"]["BackstagePath"][];
            /** @description Owners and silos by journey. */
            fragmentation: components["schemas"]["JourneyFragmentation"][];
            /** @description Who is known behind each moment. */
            completeness: {
                [key: string]: components["schemas"]["CauseCompleteness"];
            };
            /** @description Nodes by side of the line of visibility, with the share of leverage that lies there. */
            visibility: {
                [key: string]: components["schemas"]["VisibilitySide"];
            };
            /** @description SHA-256 of everything the result depends on. */
            fingerprint: string;
        };
        /** @description A person, partner, system, process, policy or store of records behind the moments. */
        EcosystemNode: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Key of the node. */
            id: string;
            /**
             * @description What it is.
             * @enum {string}
             */
            type?: "customer" | "team" | "partner" | "system" | "process" | "policy" | "data" | "records";
            /**
             * @description Where it stands to the line of visibility.
             * @enum {string}
             */
            stage?: "front" | "back" | "behind";
            /** @description Name in English; one language is enough. */
            name_en?: string;
            /** @description Name in French. */
            name_fr?: string;
            /** @description Who owns it. */
            owner?: string;
            /** @description Whether the customer sees it. */
            visible_to_customer?: boolean;
            /** @description Health, 0 broken to 10 excellent. */
            health_0_10?: number;
            /** @description Whether it is out of date. */
            legacy?: boolean;
            /** @description Whether it is closed to others. */
            silo?: boolean;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        EcosystemNodeBatch: {
            items: components["schemas"]["EcosystemNodeRow"][];
        };
        /** @description A page of rows, each a person, partner, system, process, policy or store of records behind the moments. */
        EcosystemNodePage: {
            items: components["schemas"]["EcosystemNode"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. A person, partner, system, process, policy or store of records behind the moments. */
        EcosystemNodePatch: {
            /** @description Key of the node. */
            id?: string;
            /**
             * @description What it is.
             * @enum {string|null}
             */
            type?: "customer" | "team" | "partner" | "system" | "process" | "policy" | "data" | "records" | null;
            /**
             * @description Where it stands to the line of visibility.
             * @enum {string|null}
             */
            stage?: "front" | "back" | "behind" | null;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /** @description Who owns it. */
            owner?: string | null;
            /** @description Whether the customer sees it. */
            visible_to_customer?: boolean | null;
            /** @description Health, 0 broken to 10 excellent. */
            health_0_10?: number | null;
            /** @description Whether it is out of date. */
            legacy?: boolean | null;
            /** @description Whether it is closed to others. */
            silo?: boolean | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A person, partner, system, process, policy or store of records behind the moments. Found by `external_id`, `key` or its key fields. */
        EcosystemNodeRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Key of the node. */
            id?: string;
            /**
             * @description What it is.
             * @enum {string|null}
             */
            type?: "customer" | "team" | "partner" | "system" | "process" | "policy" | "data" | "records" | null;
            /**
             * @description Where it stands to the line of visibility.
             * @enum {string|null}
             */
            stage?: "front" | "back" | "behind" | null;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /** @description Who owns it. */
            owner?: string | null;
            /** @description Whether the customer sees it. */
            visible_to_customer?: boolean | null;
            /** @description Health, 0 broken to 10 excellent. */
            health_0_10?: number | null;
            /** @description Whether it is out of date. */
            legacy?: boolean | null;
            /** @description Whether it is closed to others. */
            silo?: boolean | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A chain of edges from a node to a moment. */
        EcosystemPath: {
            /**
             * Format: double
             * @description Points at the moment for one health point at the first node: the product of the weights.
             */
            weight: number;
            /** @description Weakest on the way. */
            evidence: components["schemas"]["EvidenceLevel"];
            steps: components["schemas"]["PathStep"][];
        };
        /** @description Money of a department or a fund, beside the budget of the whole plan. */
        Envelope: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Key of the envelope. */
            id: string;
            /** @description Name in English; one language is enough. */
            name_en?: string;
            /** @description Name in French. */
            name_fr?: string;
            /**
             * @description Which spending it pays for; all when blank.
             * @enum {string}
             */
            spending?: "all" | "capex" | "opex" | "run";
            /** @description Departments whose investments it may pay for; blank or `*` for every one. */
            departments?: string[];
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y0?: number;
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y1?: number;
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y2?: number;
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y3?: number;
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y4?: number;
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y5?: number;
            /** @description Envelopes of one group and one kind of spending lend to each other. */
            transfer_group?: string;
            /** @description Whether what is left of a period may be spent later. */
            carries_over?: boolean;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        EnvelopeBatch: {
            items: components["schemas"]["EnvelopeRow"][];
        };
        /** @description A page of rows, each money of a department or a fund, beside the budget of the whole plan. */
        EnvelopePage: {
            items: components["schemas"]["Envelope"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. Money of a department or a fund, beside the budget of the whole plan. */
        EnvelopePatch: {
            /** @description Key of the envelope. */
            id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /**
             * @description Which spending it pays for; all when blank.
             * @enum {string|null}
             */
            spending?: "all" | "capex" | "opex" | "run" | null;
            /** @description Departments whose investments it may pay for; blank or `*` for every one. */
            departments?: string[] | null;
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y0?: number | null;
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y1?: number | null;
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y2?: number | null;
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y3?: number | null;
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y4?: number | null;
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y5?: number | null;
            /** @description Envelopes of one group and one kind of spending lend to each other. */
            transfer_group?: string | null;
            /** @description Whether what is left of a period may be spent later. */
            carries_over?: boolean | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Money of a department or a fund, beside the budget of the whole plan. Found by `external_id`, `key` or its key fields. */
        EnvelopeRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Key of the envelope. */
            id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /**
             * @description Which spending it pays for; all when blank.
             * @enum {string|null}
             */
            spending?: "all" | "capex" | "opex" | "run" | null;
            /** @description Departments whose investments it may pay for; blank or `*` for every one. */
            departments?: string[] | null;
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y0?: number | null;
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y1?: number | null;
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y2?: number | null;
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y3?: number | null;
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y4?: number | null;
            /** @description Currency in a year (y1), quarter (y1q2) or month (y1m05); no limit when blank. */
            amount_y5?: number | null;
            /** @description Envelopes of one group and one kind of spending lend to each other. */
            transfer_group?: string | null;
            /** @description Whether what is left of a period may be spent later. */
            carries_over?: boolean | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description One piece of evidence. */
        EvidenceItem: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Key of the piece. */
            id: string;
            /** @description What it speaks of. */
            target_id?: string;
            /** @description Moment, persona, investment, lever, node, problem, .... */
            target_type?: string;
            /**
             * @description What kind of source it is.
             * @enum {string}
             */
            kind?: "people" | "data" | "records" | "desk" | "opinion";
            /** @description How it was obtained. */
            method?: string;
            /** @description How many were asked or observed. */
            sample_size?: number;
            /**
             * Format: date
             * @description When it was obtained.
             */
            date?: string;
            /**
             * @description How sure it is.
             * @enum {string}
             */
            level?: "E0" | "E1" | "E2" | "E3" | "E4" | "E5";
            /** @description What was said, English. */
            verbatim_en?: string;
            /** @description What was said, French. */
            verbatim_fr?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        EvidenceItemBatch: {
            items: components["schemas"]["EvidenceItemRow"][];
        };
        /** @description A page of rows, each one piece of evidence. */
        EvidenceItemPage: {
            items: components["schemas"]["EvidenceItem"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. One piece of evidence. */
        EvidenceItemPatch: {
            /** @description Key of the piece. */
            id?: string;
            /** @description What it speaks of. */
            target_id?: string | null;
            /** @description Moment, persona, investment, lever, node, problem, .... */
            target_type?: string | null;
            /**
             * @description What kind of source it is.
             * @enum {string|null}
             */
            kind?: "people" | "data" | "records" | "desk" | "opinion" | null;
            /** @description How it was obtained. */
            method?: string | null;
            /** @description How many were asked or observed. */
            sample_size?: number | null;
            /**
             * Format: date
             * @description When it was obtained.
             */
            date?: string | null;
            /**
             * @description How sure it is.
             * @enum {string|null}
             */
            level?: "E0" | "E1" | "E2" | "E3" | "E4" | "E5" | null;
            /** @description What was said, English. */
            verbatim_en?: string | null;
            /** @description What was said, French. */
            verbatim_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description One piece of evidence. Found by `external_id`, `key` or its key fields. */
        EvidenceItemRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Key of the piece. */
            id?: string;
            /** @description What it speaks of. */
            target_id?: string | null;
            /** @description Moment, persona, investment, lever, node, problem, .... */
            target_type?: string | null;
            /**
             * @description What kind of source it is.
             * @enum {string|null}
             */
            kind?: "people" | "data" | "records" | "desk" | "opinion" | null;
            /** @description How it was obtained. */
            method?: string | null;
            /** @description How many were asked or observed. */
            sample_size?: number | null;
            /**
             * Format: date
             * @description When it was obtained.
             */
            date?: string | null;
            /**
             * @description How sure it is.
             * @enum {string|null}
             */
            level?: "E0" | "E1" | "E2" | "E3" | "E4" | "E5" | null;
            /** @description What was said, English. */
            verbatim_en?: string | null;
            /** @description What was said, French. */
            verbatim_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description What a figure rests on: `E0` opinion, `E1` vendor or analyst claim, `E2` own records, `E3` direct customer evidence, `E4` own pilot, `E5` measured in production.
         * @enum {string}
         */
        EvidenceLevel: "E0" | "E1" | "E2" | "E3" | "E4" | "E5";
        /**
         * Format: decimal
         * @description Decimal text with as many decimals as it has: shares, moves of rules and what is held of an aim other than money.
         * @example 0.5
         */
        ExactDecimal: string;
        /** @description What leaving on the first day of the contract would cost. */
        ExitExposure: {
            exit_cost: components["schemas"]["Amount"];
            /** @description Running costs that are committed to. */
            committed_run: components["schemas"]["Amount"];
            total: components["schemas"]["Amount"];
        };
        /** @description One persona at one moment with the plan; today's figures are those of `map`. */
        ExperienceCell: {
            persona: string;
            moment: string;
            /**
             * Format: double
             * @description Share of the gap between performance and target that is closed; below 0 where harms outweigh.
             */
            coverage: number;
            /**
             * Format: double
             * @description Performance with the plan, in points of 0..=10: today's and the covered part of the gap.
             */
            performance: number;
            money_at_risk: components["schemas"]["Amount"] | null;
        };
        /** @description Why each investment is in the plan or not, what would change that, and what the rules cost. */
        ExplainRequest: {
            /**
             * @description Tell of one investment only, with its variants and every change that would turn the verdict round.
             * @example B01
             */
            investment?: string | null;
            /**
             * @description Scenario of the dossier that is put on first; the dossier as it is when left out.
             * @example S-CUT20
             */
            scenario?: string | null;
            /**
             * @description Name of a decision model; the dossier's own, else the built-in `reference`, when left out.
             * @example reference
             */
            decision_model?: string | null;
            /**
             * @description Changes tried out in this run only.
             * @default {
             *       "overrides": [],
             *       "budgets": {}
             *     }
             */
            what_if: components["schemas"]["WhatIf"];
            language?: components["schemas"]["Language"] | null;
            /**
             * @description What the plan is to have most of: a measure (`npv`, `objectives`, `coverage`, `coverage:P1`, `freedom`,
             *     `regret`), a blend (`0.7*npv+0.3*coverage`), or one after another with a tolerance (`npv:0.02,coverage`);
             *     `npv` when left out.
             * @example npv:0.02,coverage
             */
            aim?: string | null;
            /**
             * @description How benefits add up.
             * @default full
             */
            value_model: components["schemas"]["ValueModel"];
            starts?: components["schemas"]["Starts"] | null;
            /**
             * @description What must be in the plan or out of it.
             * @default []
             */
            locks: components["schemas"]["Lock"][];
            /**
             * @description Rules that are not to hold, by name or family.
             * @default []
             * @example [
             *       "budget:y0",
             *       "requires:B19:B26"
             *     ]
             */
            without: string[];
            /**
             * @description Least amounts of measures.
             * @default []
             */
            floors: components["schemas"]["LeastOf"][];
            /**
             * @description Scenarios that the plan must hold in too, and that regret is told over.
             * @default []
             * @example [
             *       "S-CHURN"
             *     ]
             */
            also_in: string[];
            /**
             * Format: double
             * @description Stop when no plan can be worth more than this share above the best one: 0.01 is 1 %. 0 asks for proof.
             * @default 0
             * @example 0.01
             */
            gap: number;
            /**
             * Format: double
             * @description Stop each question put to the solver after these seconds, above 0; the answer then depends on the machine.
             * @example 60
             */
            time_limit_seconds?: number | null;
        };
        /** @description A run with its result, which is null until it is there. */
        ExplainRun: {
            /** @description Its name. */
            id: string;
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description The revision it works on.
             */
            revision: number;
            /**
             * @description What is computed. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "explain";
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Whether nothing more will happen to it. */
            is_ended: boolean;
            /** @description Who asked. */
            actor: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string | null;
            /** @description What was asked. */
            request: {
                [key: string]: unknown;
            } | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Hash of everything that its result depends on. */
            fingerprint: string | null;
            fault: components["schemas"]["JobFault"] | null;
            /** @description Media type of its result. */
            result_type: string | null;
            /** @description Whether it was asked to end. */
            cancel_requested: boolean;
            /** @description Whether it was stopped before its end, so that its result is not whole. */
            is_partial: boolean;
            /** @description Where word is sent when it ends. */
            webhook: string | null;
            result: components["schemas"]["PlanExplanation"] | null;
        };
        /** @description One investment, in the plan or not. */
        ExplainedInvestment: {
            id: string;
            name_en: string;
            name_fr: string;
            in_plan: boolean;
            verdict: components["schemas"]["Verdict"];
            reason: components["schemas"]["VerdictReason"];
            text_en: string;
            text_fr: string;
            /** @description The variant that is worth most when forced in; null when none can be. */
            best_variant: string | null;
            npv_in: components["schemas"]["Amount"] | null;
            npv_out: components["schemas"]["Amount"] | null;
            net_value: components["schemas"]["Figure"] | null;
            own_npv: components["schemas"]["Amount"] | null;
            break_even_npv: components["schemas"]["Figure"] | null;
            variants: components["schemas"]["VariantStanding"][];
            /** @description What comes along only when it is in. */
            only_with: components["schemas"]["Choice"][];
            /** @description What it displaces, or what displaced it. */
            only_without: components["schemas"]["Choice"][];
            /** @description What would turn the net value round, cheapest first; not asked where the reason is `stopped`. */
            changes: components["schemas"]["VerdictChange"][];
            /**
             * @description Rules that alone keep it in the plan: without them the best plan is worth more and has it not. Empty where it is
             *     there by its own worth, and outside the plan; not asked where the reason is `stopped`.
             */
            imposed_by: string[];
            /** @description Rules that force it in or out of every plan. */
            conflict: string[];
        };
        /** @description A difference of best plans. */
        Figure: {
            amount: components["schemas"]["Amount"];
            proven: boolean;
            low: components["schemas"]["Amount"] | null;
            high: components["schemas"]["Amount"] | null;
        };
        /** @description A fault or a doubt, with its sentences in one language. */
        Finding: {
            /** @description Stable snake_case name of the kind of finding. */
            code: string;
            severity: components["schemas"]["Severity"];
            /** @description The table or file that is meant. */
            file: string;
            /**
             * Format: int32
             * @description Line in the file, header = 1; null when the whole file is meant.
             */
            row: number | null;
            /** @description Null when no one column is meant. */
            column: string | null;
            /** @description What stands there; null when nothing does. */
            value: string | null;
            message: string;
            /** @description What to do; null when the message says it. */
            suggestion: string | null;
        };
        /** @description The result of `frontier`: the best NPV at each amount of money, or of another measure. */
        Frontier: {
            /** @description `budget`, or the name of a measure. */
            against: string;
            /** @description Null: the dossier as it stands. */
            scenario: string | null;
            currency: string;
            /** @description Whether every efficient plan is listed; against budgets, every plan between the first and the last share. */
            is_complete: boolean;
            /** @description Whether the run was stopped before its end: points and drawn plans that were not found by then are missing. */
            is_partial: boolean;
            /** @description By rising `at`. */
            points: components["schemas"]["FrontierPoint"][];
            /** @description Plans drawn against the frontier. */
            drawn: components["schemas"]["DrawnPlan"][];
            /** @description Every rule that this document names. */
            rules: components["schemas"]["RuleName"][];
            /** @description SHA-256 of everything the result depends on. */
            fingerprint: string;
        };
        /** @description One point of the frontier. */
        FrontierPoint: {
            /**
             * Format: double
             * @description Share of the budgets, or amount of the measure.
             */
            at: number;
            money: components["schemas"]["Amount"] | null;
            status: components["schemas"]["PlanStatus"];
            /** @description Proven: no plan has more of one without less of the other. */
            is_efficient: boolean;
            npv: components["schemas"]["Amount"] | null;
            penalty: components["schemas"]["Amount"] | null;
            bound: components["schemas"]["Amount"] | null;
            price: components["schemas"]["Amount"] | null;
            portfolio: components["schemas"]["ChoiceName"][];
            /** @description Against the point before. */
            entered: components["schemas"]["ChoiceName"][];
            left: components["schemas"]["ChoiceName"][];
            /** @description `B01:core@y0 > B01:core@y1` for each investment in another variant, start or share. */
            moved: string[];
            /** @description What leaves although money grows. */
            leavers: components["schemas"]["Leaver"][];
            /** @description Plans that are best between the point before and this one, by rising share. */
            switches: components["schemas"]["PlanSwitch"][];
            /** @description Whether these are all. */
            has_all_switches: boolean;
        };
        /** @description NPV against money, coverage, freedom or any measure: the plans of which none is better on both sides. */
        FrontierRequest: {
            /**
             * @description What NPV is set against: `budget`, or a measure (`coverage`, `coverage:P1`, `freedom`, `points`); `budget` when left
             *     out.
             * @example budget
             */
            against?: string | null;
            /**
             * @description Shares of all budgets, each above 0 and at most 1000; 0.3 to 2 when empty.
             * @default []
             * @example [
             *       "0.8",
             *       "1",
             *       "1.2"
             *     ]
             */
            factors: components["schemas"]["DecimalText"][];
            /**
             * Format: int32
             * @description Most points against a measure; 12 when left out.
             * @example 12
             */
            points?: number | null;
            /**
             * Format: int32
             * @description Most exact switch points looked for between two neighbouring shares; 6 when left out.
             * @example 6
             */
            switches?: number | null;
            /** @description A plan to draw against the frontier: the `portfolio` of a choice. */
            plan?: components["schemas"]["PlannedChoice"][] | null;
            /**
             * @description Scenarios whose best plans are drawn against the frontier.
             * @default []
             */
            also_scenario: string[];
            /**
             * @description Scenario of the dossier that is put on first; the dossier as it is when left out.
             * @example S-CUT20
             */
            scenario?: string | null;
            /**
             * @description Name of a decision model; the dossier's own, else the built-in `reference`, when left out.
             * @example reference
             */
            decision_model?: string | null;
            /**
             * @description Changes tried out in this run only.
             * @default {
             *       "overrides": [],
             *       "budgets": {}
             *     }
             */
            what_if: components["schemas"]["WhatIf"];
            language?: components["schemas"]["Language"] | null;
            /**
             * @description What the plan is to have most of: a measure (`npv`, `objectives`, `coverage`, `coverage:P1`, `freedom`,
             *     `regret`), a blend (`0.7*npv+0.3*coverage`), or one after another with a tolerance (`npv:0.02,coverage`);
             *     `npv` when left out.
             * @example npv:0.02,coverage
             */
            aim?: string | null;
            /**
             * @description How benefits add up.
             * @default full
             */
            value_model: components["schemas"]["ValueModel"];
            starts?: components["schemas"]["Starts"] | null;
            /**
             * @description What must be in the plan or out of it.
             * @default []
             */
            locks: components["schemas"]["Lock"][];
            /**
             * @description Rules that are not to hold, by name or family.
             * @default []
             * @example [
             *       "budget:y0",
             *       "requires:B19:B26"
             *     ]
             */
            without: string[];
            /**
             * @description Least amounts of measures.
             * @default []
             */
            floors: components["schemas"]["LeastOf"][];
            /**
             * @description Scenarios that the plan must hold in too, and that regret is told over.
             * @default []
             * @example [
             *       "S-CHURN"
             *     ]
             */
            also_in: string[];
            /**
             * Format: double
             * @description Stop when no plan can be worth more than this share above the best one: 0.01 is 1 %. 0 asks for proof.
             * @default 0
             * @example 0.01
             */
            gap: number;
            /**
             * Format: double
             * @description Stop each question put to the solver after these seconds, above 0; the answer then depends on the machine.
             * @example 60
             */
            time_limit_seconds?: number | null;
        };
        /** @description A run with its result, which is null until it is there. */
        FrontierRun: {
            /** @description Its name. */
            id: string;
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description The revision it works on.
             */
            revision: number;
            /**
             * @description What is computed. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "frontier";
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Whether nothing more will happen to it. */
            is_ended: boolean;
            /** @description Who asked. */
            actor: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string | null;
            /** @description What was asked. */
            request: {
                [key: string]: unknown;
            } | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Hash of everything that its result depends on. */
            fingerprint: string | null;
            fault: components["schemas"]["JobFault"] | null;
            /** @description Media type of its result. */
            result_type: string | null;
            /** @description Whether it was asked to end. */
            cancel_requested: boolean;
            /** @description Whether it was stopped before its end, so that its result is not whole. */
            is_partial: boolean;
            /** @description Where word is sent when it ends. */
            webhook: string | null;
            result: components["schemas"]["Frontier"] | null;
        };
        /**
         * @description One investment of the plan. Costs of all of them add up to `cost` and `pv_cost` of the plan; benefits together with
         *     `interplay` add up to `benefit` and `pv_benefit`.
         */
        FundedInvestment: {
            investment: string;
            name_en: string;
            name_fr: string;
            variant: string;
            variant_name_en: string;
            variant_name_fr: string;
            /** @description When it starts: `y1`, `y1q2` or `y1m05`. */
            begin: string;
            /** @description Part of it that is funded, above 0 and at most 1, as decimal text. */
            share: components["schemas"]["ExactDecimal"];
            /** @description Expected cost of years 0..=horizon in this plan. A component that several need is paid once, by the first of them. */
            cost: components["schemas"]["Amount"][];
            /** @description What it brings alone in years 0..=horizon, from its start and by its share. */
            benefit: components["schemas"]["Amount"][];
            pv_cost: components["schemas"]["Amount"];
            pv_benefit: components["schemas"]["Amount"];
            /** @description pv_benefit - pv_cost. */
            npv: components["schemas"]["Amount"];
            /** @description NPV of the plan without it less NPV of the plan: below 0 where it earns its place among the others. */
            npv_if_dropped: components["schemas"]["Amount"];
            /** @description Rules that forbid dropping it although the NPV would rise; empty where it is there by its own worth. */
            held_by: string[];
        };
        /** @description A gate of readiness. */
        Gate: {
            /** @description Stable, to be told apart by. */
            code: string;
            /** @description In the language asked for. */
            name: string;
            passed: boolean;
            /** @description How many of how many, such as `14/16`. */
            measure: string;
        };
        /** @description A role that somebody has. */
        Grant: {
            /** @description Who. */
            principal: string;
            /** @description On which dossier; `*` for every one. */
            dossier: string;
            /**
             * @description What they may do.
             * @enum {string}
             */
            role: "viewer" | "analyst" | "approver" | "admin";
        };
        /** @description Who has a role. */
        GrantList: {
            items: components["schemas"]["Grant"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
        };
        /** @description A role to give. */
        GrantRequest: {
            /**
             * @description Which.
             * @enum {string}
             */
            role: "viewer" | "analyst" | "approver" | "admin";
        };
        /** @description The mean of the weights of a group. */
        GroupWeights: components["schemas"]["Agreement"] & {
            weights: {
                [key: string]: number;
            };
            members: string[];
            /** @description Stakeholders whose answers could not be used. */
            left_out: string[];
        };
        /** @description That the service lives. */
        Health: {
            /** @description `alive` or `ready`. */
            status: string;
            /** @description Version of the program. */
            version?: string;
        };
        /** @description An import with what the files say, which is null until it is there. */
        Import: {
            /** @description Its name. */
            id: string;
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description The revision it works on.
             */
            revision: number;
            /** @description What is computed, or `import`. */
            kind: string;
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Whether nothing more will happen to it. */
            is_ended: boolean;
            /** @description Who asked. */
            actor: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string | null;
            /** @description What was asked. */
            request: {
                [key: string]: unknown;
            } | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Hash of everything that its result depends on. */
            fingerprint: string | null;
            fault: components["schemas"]["JobFault"] | null;
            /** @description Media type of its result. */
            result_type: string | null;
            /** @description Whether it was asked to end. */
            cancel_requested: boolean;
            /** @description Whether it was stopped before its end, so that its result is not whole. */
            is_partial: boolean;
            /** @description Where word is sent when it ends. */
            webhook: string | null;
            result: components["schemas"]["ImportResult"] | null;
            /** @description Whether there are refused rows to fetch. */
            has_refused_rows: boolean;
        };
        /**
         * @description What is to happen with the rows of the files.
         * @enum {string}
         */
        ImportAcceptance: "preview" | "valid_rows" | "all_or_nothing";
        /**
         * @description What became of the rows: `preview` (nothing written, nobody asked), `accepted` (the valid ones written), `refused` (nothing written: rows are refused and all or nothing was asked for), `empty` (no row can be written).
         * @enum {string}
         */
        ImportEnding: "preview" | "accepted" | "refused" | "empty";
        /** @description Files and how they are to be read; whatever is left out is found out from the files. */
        ImportForm: {
            file: string[];
            /** Format: binary */
            mapping?: string;
            acceptance?: components["schemas"]["ImportAcceptance"];
            /** @description Whether rows that a whole table in a file lacks are taken out. */
            replace?: boolean;
            /** @description The table that the files are for. */
            table?: string;
            /** @description The shape of the files: table, wide, long, scenarios, ... */
            shape?: string;
            /** @description utf-8, utf-16le, utf-16be or windows-1252. */
            encoding?: string;
            /** @description `;`, `,`, `|` or `tab`. */
            delimiter?: string;
            /** @description Decimal mark of all columns: `,` or `.`. */
            decimal?: string;
            /** @description Order of day and month in all columns: dmy or mdy. */
            dates?: string;
            /** @description The one sheet of a workbook to read. */
            sheet?: string;
            /**
             * Format: int64
             * @description Row of the column headings, counted from 1.
             */
            heading_row?: number;
            /** @description Language of sentences: en or fr. */
            language?: string;
        };
        /** @description The result of `import`, previewed or accepted; amounts in `currency`. */
        ImportResult: {
            /** @description Where the rows go. */
            dossier: string;
            /** @description Whether there is no dossier there yet. */
            is_new: boolean;
            ending: components["schemas"]["ImportEnding"];
            sheets: components["schemas"]["ImportedSheet"][];
            currency: string;
            /** @description Sums of accepted rows by year, kind and department, before any model. */
            totals: components["schemas"]["ImportTotal"][];
            /** @description What changes in each table. */
            changes: components["schemas"]["TableChange"][];
            /** @description What is wrong or doubtful in the rows. */
            findings: components["schemas"]["Finding"][];
            /** @description What the rows make wrong elsewhere in the dossier. */
            consequences: components["schemas"]["Finding"][];
            /** @description Files written, the one with refused rows included. */
            written: string[];
        };
        /** @description A control total. */
        ImportTotal: {
            /** @description Year index. */
            year: number;
            /**
             * Format: int32
             * @description Null when the dossier states no base year.
             */
            calendar_year: number | null;
            kind: string;
            /** @description Empty where none is stated. */
            department: string;
            amount: components["schemas"]["ExactDecimal"];
            /** @description How many amounts are withheld or no number. */
            missing: number;
        };
        /** @description One column with what it is read as. */
        ImportedColumn: {
            letter: string;
            heading: string;
            /** @description Field of the dossier; null when the column is not read. */
            field: string | null;
            /**
             * Format: double
             * @description 0..=1.
             */
            confidence: number;
            /** @description Decimal mark, order of dates, currency: only what the column shows. */
            convention: string;
        };
        /** @description One sheet as it was read. */
        ImportedSheet: {
            /** @description File, or `file#sheet`. */
            name: string;
            /** @description Encoding, delimiter and line ending, or the kind of workbook. */
            form: string;
            /**
             * @description `table`, `wide`, `long`, `transposed-table`, `transposed-wide`, `scenarios` or `dossier-long`, with the table's
             *     name behind it where one is meant.
             */
            shape: string;
            /** @description `1`, `2-3`, or a dash without any. */
            heading_rows: string;
            mapping: components["schemas"]["MappingOrigin"];
            /** Format: int64 */
            rows_read: number;
            /** Format: int64 */
            rows_accepted: number;
            /** Format: int64 */
            rows_refused: number;
            /**
             * Format: int64
             * @description Rows that are totals of others and were left out.
             */
            totals_rows: number;
            columns: components["schemas"]["ImportedColumn"][];
        };
        /** @description What the investments of a plan bring together beyond what each brings alone: below 0 where they overlap. */
        Interplay: {
            /** @description Of years 0..=horizon. */
            benefit: components["schemas"]["Amount"][];
            pv_benefit: components["schemas"]["Amount"];
        };
        /** @description Something that may be funded. */
        Investment: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Currency of its amounts, ISO 4217. */
            currency: string;
            /** @description Key of the investment. */
            id: string;
            /** @description Name in English; one language is enough. */
            name_en?: string;
            /** @description Name in French. */
            name_fr?: string;
            /** @description Product, channel, skill, data, technology, policy or research. */
            category?: string;
            /** @description Family of technology. */
            technology_family?: string;
            /** @description Whose budget pays. */
            budget_department?: string;
            /** @description Who answers for it. */
            sponsor?: string;
            /** @description How engaged the sponsor is; a share, 0.1 is 10 %. */
            sponsor_engagement?: number;
            /** @description Who sells it. */
            vendor?: string;
            /** @description How it is operated. */
            deployment?: string;
            /** @description Years of the contract; 0 when blank. */
            contract_years?: number;
            /**
             * Format: decimal
             * @description Cost of leaving the vendor, currency; 0 when blank, in `currency`.
             * @example 120000.00
             */
            exit_cost_eur?: string;
            /** @description How far what is stored can be taken along; a share, 0.1 is 10 %. */
            data_portability?: number;
            /** @description Customer-obsession score, 0 to 10. */
            agility?: number;
            /** @description Customer-obsession score, 0 to 10. */
            flexibility?: number;
            /** @description Customer-obsession score, 0 to 10. */
            globality?: number;
            /** @description Customer-obsession score, 0 to 10. */
            intelligence?: number;
            /** @description The capability it raises. */
            capability_id?: string;
            /** @description Levels by which it raises that capability; not known when blank. */
            capability_gain?: number;
            /** @description CX, UX, EX, MX with | between; information. */
            effect_dimensions?: string;
            /** @description Whether the law or a contract requires it. */
            mandatory?: boolean;
            /** @description Months. */
            months_to_first_value?: number;
            /**
             * Format: int32
             * @description First year in which it may start; 0 when blank.
             */
            earliest_start_year?: number;
            /**
             * Format: int32
             * @description Last year in which it may start; no limit when blank.
             */
            latest_start_year?: number;
            /** @description Months until it is finished; those to its first value, or 12, when blank. */
            duration_months?: number;
            /** @description Least share of it that may be funded; all or nothing when blank; a share, 0.1 is 10 %. */
            min_share?: number;
            /** @description Steps in which the funded share grows from there; 0.1 when blank; a share, 0.1 is 10 %. */
            share_step?: number;
            /** @description Why it is proposed. */
            reason?: string;
            /** @description The same in French. */
            reason_fr?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        InvestmentBatch: {
            items: components["schemas"]["InvestmentRow"][];
        };
        /** @description The effect of an investment on each persona criterion. */
        InvestmentCriterionValues: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description An investment. */
            investment_id: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        InvestmentCriterionValuesBatch: {
            items: components["schemas"]["InvestmentCriterionValuesRow"][];
        };
        /** @description A page of rows, each the effect of an investment on each persona criterion. */
        InvestmentCriterionValuesPage: {
            items: components["schemas"]["InvestmentCriterionValues"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. The effect of an investment on each persona criterion. */
        InvestmentCriterionValuesPatch: {
            /** @description An investment. */
            investment_id?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description The effect of an investment on each persona criterion. Found by `external_id`, `key` or its key fields. */
        InvestmentCriterionValuesRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description An investment. */
            investment_id?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A page of rows, each something that may be funded. */
        InvestmentPage: {
            items: components["schemas"]["Investment"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. Something that may be funded. */
        InvestmentPatch: {
            /** @description Key of the investment. */
            id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /** @description Product, channel, skill, data, technology, policy or research. */
            category?: string | null;
            /** @description Family of technology. */
            technology_family?: string | null;
            /** @description Whose budget pays. */
            budget_department?: string | null;
            /** @description Who answers for it. */
            sponsor?: string | null;
            /** @description How engaged the sponsor is; a share, 0.1 is 10 %. */
            sponsor_engagement?: number | null;
            /** @description Who sells it. */
            vendor?: string | null;
            /** @description How it is operated. */
            deployment?: string | null;
            /** @description Years of the contract; 0 when blank. */
            contract_years?: number | null;
            /**
             * Format: decimal
             * @description Cost of leaving the vendor, currency; 0 when blank, in `currency`.
             * @example 120000.00
             */
            exit_cost_eur?: string | null;
            /** @description How far what is stored can be taken along; a share, 0.1 is 10 %. */
            data_portability?: number | null;
            /** @description Customer-obsession score, 0 to 10. */
            agility?: number | null;
            /** @description Customer-obsession score, 0 to 10. */
            flexibility?: number | null;
            /** @description Customer-obsession score, 0 to 10. */
            globality?: number | null;
            /** @description Customer-obsession score, 0 to 10. */
            intelligence?: number | null;
            /** @description The capability it raises. */
            capability_id?: string | null;
            /** @description Levels by which it raises that capability; not known when blank. */
            capability_gain?: number | null;
            /** @description CX, UX, EX, MX with | between; information. */
            effect_dimensions?: string | null;
            /** @description Whether the law or a contract requires it. */
            mandatory?: boolean | null;
            /** @description Months. */
            months_to_first_value?: number | null;
            /**
             * Format: int32
             * @description First year in which it may start; 0 when blank.
             */
            earliest_start_year?: number | null;
            /**
             * Format: int32
             * @description Last year in which it may start; no limit when blank.
             */
            latest_start_year?: number | null;
            /** @description Months until it is finished; those to its first value, or 12, when blank. */
            duration_months?: number | null;
            /** @description Least share of it that may be funded; all or nothing when blank; a share, 0.1 is 10 %. */
            min_share?: number | null;
            /** @description Steps in which the funded share grows from there; 0.1 when blank; a share, 0.1 is 10 %. */
            share_step?: number | null;
            /** @description Why it is proposed. */
            reason?: string | null;
            /** @description The same in French. */
            reason_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Something that may be funded. Found by `external_id`, `key` or its key fields. */
        InvestmentRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Key of the investment. */
            id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /** @description Product, channel, skill, data, technology, policy or research. */
            category?: string | null;
            /** @description Family of technology. */
            technology_family?: string | null;
            /** @description Whose budget pays. */
            budget_department?: string | null;
            /** @description Who answers for it. */
            sponsor?: string | null;
            /** @description How engaged the sponsor is; a share, 0.1 is 10 %. */
            sponsor_engagement?: number | null;
            /** @description Who sells it. */
            vendor?: string | null;
            /** @description How it is operated. */
            deployment?: string | null;
            /** @description Years of the contract; 0 when blank. */
            contract_years?: number | null;
            /**
             * Format: decimal
             * @description Cost of leaving the vendor, currency; 0 when blank, in `currency`.
             * @example 120000.00
             */
            exit_cost_eur?: string | null;
            /** @description How far what is stored can be taken along; a share, 0.1 is 10 %. */
            data_portability?: number | null;
            /** @description Customer-obsession score, 0 to 10. */
            agility?: number | null;
            /** @description Customer-obsession score, 0 to 10. */
            flexibility?: number | null;
            /** @description Customer-obsession score, 0 to 10. */
            globality?: number | null;
            /** @description Customer-obsession score, 0 to 10. */
            intelligence?: number | null;
            /** @description The capability it raises. */
            capability_id?: string | null;
            /** @description Levels by which it raises that capability; not known when blank. */
            capability_gain?: number | null;
            /** @description CX, UX, EX, MX with | between; information. */
            effect_dimensions?: string | null;
            /** @description Whether the law or a contract requires it. */
            mandatory?: boolean | null;
            /** @description Months. */
            months_to_first_value?: number | null;
            /**
             * Format: int32
             * @description First year in which it may start; 0 when blank.
             */
            earliest_start_year?: number | null;
            /**
             * Format: int32
             * @description Last year in which it may start; no limit when blank.
             */
            latest_start_year?: number | null;
            /** @description Months until it is finished; those to its first value, or 12, when blank. */
            duration_months?: number | null;
            /** @description Least share of it that may be funded; all or nothing when blank; a share, 0.1 is 10 %. */
            min_share?: number | null;
            /** @description Steps in which the funded share grows from there; 0.1 when blank; a share, 0.1 is 10 %. */
            share_step?: number | null;
            /** @description Why it is proposed. */
            reason?: string | null;
            /** @description The same in French. */
            reason_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description The result of `map --investment`: things and what passes between them; money as present value in `currency`. */
        InvestmentTrace: {
            investment: string;
            /** @description The variant whose scope and money are told: the one of full scope, else the first. */
            variant: string;
            currency: string;
            /** @description Null: the dossier as it stands. */
            scenario: string | null;
            /** @description Name and version. */
            decision_model: string;
            /** @description By kind, then by identifier. */
            nodes: components["schemas"]["TraceNode"][];
            /** @description Along the way from the investment: builds, mends, carries, lifts, felt, pays, serves. */
            edges: components["schemas"]["TraceEdge"][];
            /**
             * Format: double
             * @description Customer-experience points of the variant alone: the sum over all edges.
             */
            points: number;
            pv_benefit: components["schemas"]["Amount"] | null;
            /** @description SHA-256 of everything the result depends on. */
            fingerprint: string;
        };
        /** @description One item before and after. */
        ItemVersion: {
            /** @description Its table, or `workspace` for the settings. */
            table: string;
            /** @description Its key. */
            key: string;
            /** @description As it was; null when it was not there. */
            before: {
                [key: string]: unknown;
            } | null;
            /** @description As it is; null when it is gone. */
            after: {
                [key: string]: unknown;
            } | null;
        };
        /** @description A job as it stands. */
        Job: {
            /** @description Its name. */
            id: string;
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description The revision it works on.
             */
            revision: number;
            /** @description What is computed, or `import`. */
            kind: string;
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Whether nothing more will happen to it. */
            is_ended: boolean;
            /** @description Who asked. */
            actor: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string | null;
            /** @description What was asked. */
            request: {
                [key: string]: unknown;
            } | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Hash of everything that its result depends on. */
            fingerprint: string | null;
            fault: components["schemas"]["JobFault"] | null;
            /** @description Media type of its result. */
            result_type: string | null;
            /** @description Whether it was asked to end. */
            cancel_requested: boolean;
            /** @description Whether it was stopped before its end, so that its result is not whole. */
            is_partial: boolean;
            /** @description Where word is sent when it ends. */
            webhook: string | null;
        };
        /** @description A server-sent event. */
        JobEvent: {
            /** @description `job`. */
            event?: string;
            /** @description Not used. */
            id?: string;
            /** @description The job. */
            data?: string;
        };
        /** @description Why a job failed. */
        JobFault: {
            /** @description Stable code. */
            code: string;
            /** @description In English. */
            message_en: string;
            /** @description In French. */
            message_fr: string;
            findings_en: {
                [key: string]: unknown;
            }[];
            findings_fr: {
                [key: string]: unknown;
            }[];
        };
        /** @description Jobs, newest first. */
        JobPage: {
            items: components["schemas"]["Job"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
        };
        /** @description What a persona goes through to reach a goal. */
        Journey: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Key of the journey. */
            id: string;
            /** @description Name in English; one language is enough. */
            name_en?: string;
            /** @description Name in French. */
            name_fr?: string;
            /**
             * @description Stage of the customer's life cycle.
             * @enum {string}
             */
            main_stage?: "discover" | "evaluate" | "buy" | "receive" | "use" | "support";
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        JourneyBatch: {
            items: components["schemas"]["JourneyRow"][];
        };
        /** @description A journey without and with the plan; scores 0..=10 (peak-end: worst moment, last moment, mean). */
        JourneyChange: {
            journey: string;
            /** Format: double */
            score_before: number;
            /**
             * Format: double
             * @description Null without a plan.
             */
            score_after: number | null;
            by_persona: {
                [key: string]: components["schemas"]["BeforeAfter"];
            };
            worst_moment_before: string;
            /** @description Null without a plan. */
            worst_moment_after: string | null;
            last_moment: string;
        };
        /** @description How scattered a journey is. */
        JourneyFragmentation: {
            journey: string;
            /** @description Distinct owners + silo nodes. */
            count: number;
            owners: string[];
            silo_nodes: string[];
            nodes: string[];
        };
        /** @description A page of rows, each what a persona goes through to reach a goal. */
        JourneyPage: {
            items: components["schemas"]["Journey"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. What a persona goes through to reach a goal. */
        JourneyPatch: {
            /** @description Key of the journey. */
            id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /**
             * @description Stage of the customer's life cycle.
             * @enum {string|null}
             */
            main_stage?: "discover" | "evaluate" | "buy" | "receive" | "use" | "support" | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description What a persona goes through to reach a goal. Found by `external_id`, `key` or its key fields. */
        JourneyRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Key of the journey. */
            id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /**
             * @description Stage of the customer's life cycle.
             * @enum {string|null}
             */
            main_stage?: "discover" | "evaluate" | "buy" | "receive" | "use" | "support" | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A journey as it is today. */
        JourneyToday: {
            journey: string;
            /**
             * Format: double
             * @description Peak-end over all personas, 0..=10; null when nobody lives the journey, like the three below.
             */
            score: number | null;
            worst_persona: string | null;
            worst_moment: string | null;
            last_moment: string | null;
            by_persona: {
                [key: string]: number;
            };
            /** @description Of its moments, a year. */
            money_at_risk: components["schemas"]["Amount"];
            /** @description Distinct owners + silo nodes. */
            fragmentation: number;
        };
        /** @description A judgement to look at again. */
        JudgementRevision: {
            a: string;
            b: string;
            /**
             * Format: double
             * @description a over b.
             */
            judged: number;
            /**
             * Format: double
             * @description a over b as all other answers together have it.
             */
            suggested: number;
            /**
             * Format: double
             * @description The consistency ratio after this one change.
             */
            cr: number;
        };
        /**
         * @description What a moment of this quality does to satisfaction.
         * @enum {string}
         */
        KanoClass: "must-be" | "performance" | "attractive" | "indifferent" | "reverse";
        /** @description Kano satisfaction of a moment. */
        KanoFigures: {
            class: components["schemas"]["KanoClass"];
            /**
             * Format: double
             * @description performance / target, 0..=1.
             */
            quality: number;
            /**
             * Format: double
             * @description -1..=1, today.
             */
            satisfaction: number;
            /**
             * Format: double
             * @description -1..=1, at the target.
             */
            satisfaction_at_target: number;
        };
        /** @description A key, without its text. */
        Key: {
            /** @description Its public part. */
            id: string;
            /** @description Whose it is. */
            name: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description When it was taken back.
             */
            revoked_at: string | null;
            /**
             * Format: date-time
             * @description When it was used, to the hour.
             */
            last_used_at: string | null;
            /** @description Whether it is neither expired nor taken back. */
            works: boolean;
            grants: components["schemas"]["Grant"][];
        };
        /** @description How a key is exchanged. */
        KeyExchangeRequest: {
            /** @description Seconds for which the old key still works; a day when null. */
            grace_seconds?: number | null;
        };
        /** @description The keys. */
        KeyList: {
            items: components["schemas"]["Key"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
        };
        /** @description A new key, told once. */
        KeyMade: {
            /** @description Its public part. */
            id: string;
            /** @description Whose it is. */
            name: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            expires_at: string | null;
            /** @description What to send as `Authorization: Bearer`. */
            key: string;
        };
        /** @description A key that is asked for. */
        KeyRequest: {
            /** @description Whose it is. */
            name: string;
            /**
             * @description What it may do.
             * @enum {string}
             */
            role: "viewer" | "analyst" | "approver" | "admin";
            dossiers?: string[];
            /** @description Days it lives; for ever when null. */
            days?: number | null;
        };
        /**
         * @description Language of sentences.
         * @enum {string}
         */
        Language: "en" | "fr";
        /** @description The least amount of a measure that a plan must have. */
        LeastOf: {
            /**
             * @description npv, objectives, objective:ID, coverage, coverage:ID (a persona or a moment), points, freedom, thrift or regret.
             * @example coverage:P1
             */
            measure: string;
            /** @description In the unit of the measure: a share from 0 to 1 for coverage, an amount of money for npv. */
            least: components["schemas"]["DecimalText"];
        };
        /** @description An investment that leaves although money grows. */
        Leaver: {
            investment: string;
            displaced_by: string[];
            /** @description What it would lack beside them. */
            short: components["schemas"]["BrokenRule"][];
            keeping_costs: components["schemas"]["Amount"] | null;
            sentence_en: string;
            sentence_fr: string;
        };
        /** @description A variant outside the plan, and what adding it would do. */
        LeftOut: {
            investment: string;
            name_en: string;
            name_fr: string;
            /** @description Null when it is dropped. */
            variant: string | null;
            variant_name_en: string | null;
            variant_name_fr: string | null;
            /**
             * Format: int32
             * @description Year index in which it would start.
             */
            start: number;
            /** @description Investments of the plan that it excludes and that would leave. */
            displaced: string[];
            /** @description NPV of the plan with it less NPV of the plan. */
            npv_if_added: components["schemas"]["Amount"];
            broken: components["schemas"]["BrokenRule"][];
        };
        /** @description A financial driver. */
        Lever: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Currency of its amounts, ISO 4217. */
            currency: string;
            /** @description Key of the lever. */
            id: string;
            /**
             * @description How an effect becomes an amount.
             * @enum {string}
             */
            type?: "flow" | "stock" | "working_capital" | "one_off" | "risk";
            /** @description Unit of an effect. */
            unit?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string;
            /** @description Name in French. */
            name_fr?: string;
            /**
             * Format: decimal
             * @description Currency per unit and year; all types but stock need it, in `currency`.
             * @example 120000.00
             */
            value_eur_per_unit_year?: string;
            /**
             * Format: decimal
             * @description Customers per unit and year; stock.
             * @example 120000.00
             */
            stock_customers_per_unit_year?: string;
            /**
             * Format: decimal
             * @description Contribution per customer and year; stock, in `currency`.
             * @example 120000.00
             */
            stock_contribution_eur?: string;
            /** @description Share of the stock lost in a year; stock; a share, 0.1 is 10 %. */
            stock_decay?: number;
            /** @description Largest total effect, units; no limit when blank. */
            cap_units?: number;
            /** @description Low case of the unit value; 1 when blank. */
            value_low_multiplier?: number;
            /** @description High case of the unit value; 1 when blank. */
            value_high_multiplier?: number;
            /** @description The objective it serves. */
            objective_id?: string;
            /** @description How the unit value was worked out. */
            formula?: string;
            /**
             * Format: decimal
             * @description Change of the objective's KPI per unit of effect.
             * @example 120000.00
             */
            kpi_per_unit?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        LeverBatch: {
            items: components["schemas"]["LeverRow"][];
        };
        /** @description What one lever moves. */
        LeverMovement: {
            lever: string;
            /**
             * Format: double
             * @description In the lever's unit.
             */
            effect: number;
            /**
             * Format: double
             * @description In the KPI's unit.
             */
            kpi_change: number;
        };
        /** @description A page of rows, each a financial driver. */
        LeverPage: {
            items: components["schemas"]["Lever"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. A financial driver. */
        LeverPatch: {
            /** @description Key of the lever. */
            id?: string;
            /**
             * @description How an effect becomes an amount.
             * @enum {string|null}
             */
            type?: "flow" | "stock" | "working_capital" | "one_off" | "risk" | null;
            /** @description Unit of an effect. */
            unit?: string | null;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /**
             * Format: decimal
             * @description Currency per unit and year; all types but stock need it, in `currency`.
             * @example 120000.00
             */
            value_eur_per_unit_year?: string | null;
            /**
             * Format: decimal
             * @description Customers per unit and year; stock.
             * @example 120000.00
             */
            stock_customers_per_unit_year?: string | null;
            /**
             * Format: decimal
             * @description Contribution per customer and year; stock, in `currency`.
             * @example 120000.00
             */
            stock_contribution_eur?: string | null;
            /** @description Share of the stock lost in a year; stock; a share, 0.1 is 10 %. */
            stock_decay?: number | null;
            /** @description Largest total effect, units; no limit when blank. */
            cap_units?: number | null;
            /** @description Low case of the unit value; 1 when blank. */
            value_low_multiplier?: number | null;
            /** @description High case of the unit value; 1 when blank. */
            value_high_multiplier?: number | null;
            /** @description The objective it serves. */
            objective_id?: string | null;
            /** @description How the unit value was worked out. */
            formula?: string | null;
            /**
             * Format: decimal
             * @description Change of the objective's KPI per unit of effect.
             * @example 120000.00
             */
            kpi_per_unit?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A financial driver. Found by `external_id`, `key` or its key fields. */
        LeverRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Key of the lever. */
            id?: string;
            /**
             * @description How an effect becomes an amount.
             * @enum {string|null}
             */
            type?: "flow" | "stock" | "working_capital" | "one_off" | "risk" | null;
            /** @description Unit of an effect. */
            unit?: string | null;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /**
             * Format: decimal
             * @description Currency per unit and year; all types but stock need it, in `currency`.
             * @example 120000.00
             */
            value_eur_per_unit_year?: string | null;
            /**
             * Format: decimal
             * @description Customers per unit and year; stock.
             * @example 120000.00
             */
            stock_customers_per_unit_year?: string | null;
            /**
             * Format: decimal
             * @description Contribution per customer and year; stock, in `currency`.
             * @example 120000.00
             */
            stock_contribution_eur?: string | null;
            /** @description Share of the stock lost in a year; stock; a share, 0.1 is 10 %. */
            stock_decay?: number | null;
            /** @description Largest total effect, units; no limit when blank. */
            cap_units?: number | null;
            /** @description Low case of the unit value; 1 when blank. */
            value_low_multiplier?: number | null;
            /** @description High case of the unit value; 1 when blank. */
            value_high_multiplier?: number | null;
            /** @description The objective it serves. */
            objective_id?: string | null;
            /** @description How the unit value was worked out. */
            formula?: string | null;
            /**
             * Format: decimal
             * @description Change of the objective's KPI per unit of effect.
             * @example 120000.00
             */
            kpi_per_unit?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description A stage of the customer's life cycle, in this order.
         * @enum {string}
         */
        LifeStage: "discover" | "evaluate" | "buy" | "receive" | "use" | "support";
        /** @description An edge of the ecosystem. */
        LinkEdge: {
            /**
             * Format: double
             * @description As stated, before the evidence discount.
             */
            weight: number;
            evidence: components["schemas"]["EvidenceLevel"];
        };
        /** @description One plan of a list, with what changes against the approved plan, or against the best one of a list of alternatives. */
        ListedPlan: {
            status: components["schemas"]["PlanStatus"];
            npv: components["schemas"]["Amount"];
            /** @description What breaking rules that have a price costs; not part of the NPV. */
            penalty: components["schemas"]["Amount"];
            bound: components["schemas"]["Amount"] | null;
            portfolio: components["schemas"]["ChoiceName"][];
            entered: components["schemas"]["ChoiceName"][];
            left: components["schemas"]["ChoiceName"][];
            /** @description `B01:core@y0 > B01:core@y1` for each investment in another variant, start or share. */
            moved: string[];
            /** @description How many investments enter, leave or move. */
            changes: number;
        };
        /** @description An investment, or one variant of it, that must be in the plan or out of it whatever it is worth. */
        Lock: {
            /** @example B01 */
            investment: string;
            /**
             * @description Only this variant; any of them when left out.
             * @example core
             */
            variant?: string | null;
            /** @description True puts it in, false leaves it out. */
            is_in: boolean;
            /**
             * @description Why, told beside the verdict.
             * @example contract signed
             */
            reason?: string;
        };
        /**
         * @description The result of `map --moment`: one moment of truth with its people, money, problems, causes and candidates; texts in
         *     the dossier's language, amounts per year in `currency`.
         */
        MapMoment: {
            moment: string;
            name: string;
            journey: string;
            /** @description Null when none is stated. */
            channel: string | null;
            currency: string;
            /** @description Null: the dossier as it stands. */
            scenario: string | null;
            /** @description Name and version. */
            decision_model: string;
            doing: string;
            thinking: string;
            feeling: string;
            /**
             * Format: double
             * @description Perception today, 0..=10.
             */
            performance: number;
            /**
             * Format: double
             * @description 0..=10.
             */
            expectation: number;
            /**
             * Format: double
             * @description 0..=10.
             */
            target: number;
            /**
             * Format: double
             * @description Target less performance.
             */
            experience_gap: number;
            /**
             * Format: double
             * @description -2..=2.
             */
            emotion: number;
            kano: components["schemas"]["KanoFigures"];
            /**
             * Format: double
             * @description Performance against expectation in points, a loss counted more than a gain.
             */
            perception: number;
            money_at_risk: components["schemas"]["Amount"];
            personas: components["schemas"]["PersonaAtMoment"][];
            evidence: components["schemas"]["MomentEvidence"][];
            problems: components["schemas"]["MomentProblem"][];
            /** @description The strongest chains into the moment. */
            paths: components["schemas"]["EcosystemPath"][];
            /** @description Variants that move it, the largest share first. */
            candidates: components["schemas"]["MomentCandidate"][];
            /** @description Kinds of node that nobody named behind it. */
            missing_causes: components["schemas"]["NodeKind"][];
            /** @description SHA-256 of everything the result depends on. */
            fingerprint: string;
        };
        /**
         * @description The result of `map --node`: what one node reaches, what feeds it, what breaking or mending it would do; amounts per
         *     year in `currency`.
         */
        MapNode: components["schemas"]["NodeLeverage"] & {
            name: string;
            /** @description Empty when nobody owns it. */
            owner: string;
            is_legacy: boolean;
            is_silo: boolean;
            is_visible_to_customer: boolean;
            currency: string;
            /** @description Null: the dossier as it stands. */
            scenario: string | null;
            /** @description Name and version. */
            decision_model: string;
            /** @description What it reaches, the most money first. */
            moments: components["schemas"]["ReachedMoment"][];
            fed_by: components["schemas"]["NodeLink"][];
            feeds: components["schemas"]["NodeLink"][];
            /** @description Health points of each investment that touches it; negative ones harm it. */
            health_points: {
                [key: string]: number;
            };
            /** @description With health 0. */
            broken: components["schemas"]["NodeExtreme"];
            /** @description With health 10. */
            excellent: components["schemas"]["NodeExtreme"];
            tried: components["schemas"]["NodeExtreme"] | null;
            /** @description SHA-256 of everything the result depends on. */
            fingerprint: string;
        };
        /** @description The ecosystem as a whole, or with one moment, one node or one investment in the middle. */
        MapRequest: {
            /**
             * @description One moment of truth in full; at most one of `moment`, `node` and `investment`.
             * @example M10
             */
            moment?: string | null;
            /**
             * @description One node of the ecosystem in full.
             * @example N-API
             */
            node?: string | null;
            /**
             * @description One investment followed to nodes, moments and personas, and to levers, objectives and money: a graph.
             * @example B01
             */
            investment?: string | null;
            /**
             * Format: double
             * @description What would follow if `node` had this health: `tried` tells it.
             * @example 8
             */
            health?: number | null;
            /**
             * @description Scenario of the dossier that is put on first; the dossier as it is when left out.
             * @example S-CUT20
             */
            scenario?: string | null;
            /**
             * @description Name of a decision model; the dossier's own, else the built-in `reference`, when left out.
             * @example reference
             */
            decision_model?: string | null;
            /**
             * @description Changes tried out in this run only.
             * @default {
             *       "overrides": [],
             *       "budgets": {}
             *     }
             */
            what_if: components["schemas"]["WhatIf"];
            language?: components["schemas"]["Language"] | null;
        };
        /** @description A run with its result, which is null until it is there. */
        MapRun: {
            /** @description Its name. */
            id: string;
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description The revision it works on.
             */
            revision: number;
            /**
             * @description What is computed. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "map";
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Whether nothing more will happen to it. */
            is_ended: boolean;
            /** @description Who asked. */
            actor: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string | null;
            /** @description What was asked. */
            request: {
                [key: string]: unknown;
            } | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Hash of everything that its result depends on. */
            fingerprint: string | null;
            fault: components["schemas"]["JobFault"] | null;
            /** @description Media type of its result. */
            result_type: string | null;
            /** @description Whether it was asked to end. */
            cancel_requested: boolean;
            /** @description Whether it was stopped before its end, so that its result is not whole. */
            is_partial: boolean;
            /** @description Where word is sent when it ends. */
            webhook: string | null;
            result: components["schemas"]["EcosystemMap"] | components["schemas"]["MapMoment"] | components["schemas"]["MapNode"] | components["schemas"]["InvestmentTrace"] | null;
        };
        /**
         * @description Where the reading of the columns comes from.
         * @enum {string}
         */
        MappingOrigin: "stated" | "remembered" | "proposed";
        /** @description What a variant does for one objective. */
        MeasuredObjective: {
            objective: string;
            /**
             * Format: double
             * @description Null when nobody weighed it.
             */
            weight: number | null;
            /**
             * Format: double
             * @description In the KPI's unit.
             */
            kpi_before: number;
            /**
             * Format: double
             * @description In the last year, after saturation.
             */
            kpi_after: number;
            /**
             * Format: double
             * @description 0 at the worst anchor, 1 at the best.
             */
            value_before: number;
            /** Format: double */
            value_after: number;
            /**
             * Format: double
             * @description 100 x weight x change of value.
             */
            gain: number;
            movements: components["schemas"]["LeverMovement"][];
            /** @description Levers at work that no conversion carries to this KPI. */
            unconverted: string[];
        };
        /** @description A variant without a case; it is never valued at zero. */
        MissingCase: {
            investment: string;
            variant: string;
            reason: components["schemas"]["MissingReason"];
            /** @description Lines with withheld amounts; empty when nothing is stated. */
            lines: string[];
        };
        /**
         * @description Why a variant has no case: `withheld` (an amount or effect is), `nothing_stated` (neither a cost line nor a benefit line).
         * @enum {string}
         */
        MissingReason: "withheld" | "nothing_stated";
        /** @description `mirr` as JSON. */
        ModifiedRateAnswer: {
            /**
             * Format: double
             * @description Per period, 0.09 for 9 %; null when there is none.
             */
            mirr: number | null;
            reason: components["schemas"]["NoRateReason"] | null;
        };
        /** @description A moment of truth. */
        Moment: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Currency of its amounts, ISO 4217. */
            currency: string;
            /** @description Key of the moment. */
            id: string;
            /** @description A journey. */
            journey_id?: string;
            /**
             * @description Stage of the customer's life cycle.
             * @enum {string}
             */
            stage?: "discover" | "evaluate" | "buy" | "receive" | "use" | "support";
            /** @description The channel in which it happens. */
            channel_id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string;
            /** @description Name in French. */
            name_fr?: string;
            /**
             * @description How satisfaction answers performance.
             * @enum {string}
             */
            kano?: "must-be" | "performance" | "attractive" | "indifferent" | "reverse";
            /** @description Occurrences per customer and year. */
            frequency_per_customer_year?: number;
            /** @description Share of occurrences that go wrong; a share, 0.1 is 10 %. */
            failure_rate?: number;
            /** @description Probability to leave after a bad one; a share, 0.1 is 10 %. */
            p_leave_if_bad?: number;
            /** @description Probability to spend less after a bad one; a share, 0.1 is 10 %. */
            p_reduce_if_bad?: number;
            /** @description Share of spending then lost; a share, 0.1 is 10 %. */
            reduce_share?: number;
            /** @description Probability that a sale is lost; a share, 0.1 is 10 %. */
            p_lost_sale_if_bad?: number;
            /**
             * Format: decimal
             * @description Contribution of that sale, currency, in `currency`.
             * @example 120000.00
             */
            lost_sale_contribution_eur?: string;
            /** @description Extra contacts per failure, may exceed 1. */
            p_extra_contact_if_bad?: number;
            /** @description The channel of these contacts. */
            extra_contact_channel?: string;
            /** @description Perception today, 0 to 10. */
            performance?: number;
            /** @description Perception expected, 0 to 10. */
            expectation?: number;
            /** @description Perception wanted, 0 to 10. */
            target?: number;
            /** @description -2 angry to +2 delighted. */
            emotion?: number;
            /**
             * @description How sure these figures are.
             * @enum {string}
             */
            evidence_level?: "E0" | "E1" | "E2" | "E3" | "E4" | "E5";
            /** @description What the customer does, English. */
            doing_en?: string;
            /** @description What the customer does, French. */
            doing_fr?: string;
            /** @description What the customer thinks, English. */
            thinking_en?: string;
            /** @description What the customer thinks, French. */
            thinking_fr?: string;
            /** @description What the customer feels, English. */
            feeling_en?: string;
            /** @description What the customer feels, French. */
            feeling_fr?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        MomentBatch: {
            items: components["schemas"]["MomentRow"][];
        };
        /** @description A variant that moves a moment. */
        MomentCandidate: {
            investment: string;
            variant: string;
            /**
             * Format: double
             * @description Of the gap, over all personas.
             */
            share: number;
            by_persona: {
                [key: string]: number;
            };
            /**
             * Format: double
             * @description Mean points at the moment itself.
             */
            direct: number;
            /**
             * Format: double
             * @description Mean points through nodes.
             */
            propagated: number;
        };
        /** @description The direct lift of an investment at a moment. */
        MomentEffect: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description An investment. */
            investment_id: string;
            /** @description A moment. */
            moment_id: string;
            /** @description A persona, `*` for everyone. */
            persona_id: string;
            /** @description Low lift, points of a 0 to 10 scale. */
            lift_low?: number;
            /** @description Most likely lift, points. */
            lift_mode?: number;
            /** @description High lift, points. */
            lift_high?: number;
            /**
             * @description How sure the lift is.
             * @enum {string}
             */
            evidence_level?: "E0" | "E1" | "E2" | "E3" | "E4" | "E5";
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        MomentEffectBatch: {
            items: components["schemas"]["MomentEffectRow"][];
        };
        /** @description A page of rows, each the direct lift of an investment at a moment. */
        MomentEffectPage: {
            items: components["schemas"]["MomentEffect"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. The direct lift of an investment at a moment. */
        MomentEffectPatch: {
            /** @description An investment. */
            investment_id?: string;
            /** @description A moment. */
            moment_id?: string;
            /** @description A persona, `*` for everyone. */
            persona_id?: string;
            /** @description Low lift, points of a 0 to 10 scale. */
            lift_low?: number | null;
            /** @description Most likely lift, points. */
            lift_mode?: number | null;
            /** @description High lift, points. */
            lift_high?: number | null;
            /**
             * @description How sure the lift is.
             * @enum {string|null}
             */
            evidence_level?: "E0" | "E1" | "E2" | "E3" | "E4" | "E5" | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description The direct lift of an investment at a moment. Found by `external_id`, `key` or its key fields. */
        MomentEffectRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description An investment. */
            investment_id?: string;
            /** @description A moment. */
            moment_id?: string;
            /** @description A persona, `*` for everyone. */
            persona_id?: string;
            /** @description Low lift, points of a 0 to 10 scale. */
            lift_low?: number | null;
            /** @description Most likely lift, points. */
            lift_mode?: number | null;
            /** @description High lift, points. */
            lift_high?: number | null;
            /**
             * @description How sure the lift is.
             * @enum {string|null}
             */
            evidence_level?: "E0" | "E1" | "E2" | "E3" | "E4" | "E5" | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A piece of evidence for a moment. */
        MomentEvidence: {
            id: string;
            method: string;
            sample_size: components["schemas"]["Amount"] | null;
            /**
             * Format: date
             * @description `2026-05-31`; null when none is stated.
             */
            date: string | null;
            level: components["schemas"]["EvidenceLevel"];
            verbatim: string;
        };
        /** @description The points a persona gives to a moment. */
        MomentImportance: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description A persona. */
            persona_id: string;
            /** @description A moment. */
            moment_id: string;
            /** @description Points. */
            importance_points?: number;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        MomentImportanceBatch: {
            items: components["schemas"]["MomentImportanceRow"][];
        };
        /** @description A page of rows, each the points a persona gives to a moment. */
        MomentImportancePage: {
            items: components["schemas"]["MomentImportance"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. The points a persona gives to a moment. */
        MomentImportancePatch: {
            /** @description A persona. */
            persona_id?: string;
            /** @description A moment. */
            moment_id?: string;
            /** @description Points. */
            importance_points?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description The points a persona gives to a moment. Found by `external_id`, `key` or its key fields. */
        MomentImportanceRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description A persona. */
            persona_id?: string;
            /** @description A moment. */
            moment_id?: string;
            /** @description Points. */
            importance_points?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A page of rows, each a moment of truth. */
        MomentPage: {
            items: components["schemas"]["Moment"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. A moment of truth. */
        MomentPatch: {
            /** @description Key of the moment. */
            id?: string;
            /** @description A journey. */
            journey_id?: string | null;
            /**
             * @description Stage of the customer's life cycle.
             * @enum {string|null}
             */
            stage?: "discover" | "evaluate" | "buy" | "receive" | "use" | "support" | null;
            /** @description The channel in which it happens. */
            channel_id?: string | null;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /**
             * @description How satisfaction answers performance.
             * @enum {string|null}
             */
            kano?: "must-be" | "performance" | "attractive" | "indifferent" | "reverse" | null;
            /** @description Occurrences per customer and year. */
            frequency_per_customer_year?: number | null;
            /** @description Share of occurrences that go wrong; a share, 0.1 is 10 %. */
            failure_rate?: number | null;
            /** @description Probability to leave after a bad one; a share, 0.1 is 10 %. */
            p_leave_if_bad?: number | null;
            /** @description Probability to spend less after a bad one; a share, 0.1 is 10 %. */
            p_reduce_if_bad?: number | null;
            /** @description Share of spending then lost; a share, 0.1 is 10 %. */
            reduce_share?: number | null;
            /** @description Probability that a sale is lost; a share, 0.1 is 10 %. */
            p_lost_sale_if_bad?: number | null;
            /**
             * Format: decimal
             * @description Contribution of that sale, currency, in `currency`.
             * @example 120000.00
             */
            lost_sale_contribution_eur?: string | null;
            /** @description Extra contacts per failure, may exceed 1. */
            p_extra_contact_if_bad?: number | null;
            /** @description The channel of these contacts. */
            extra_contact_channel?: string | null;
            /** @description Perception today, 0 to 10. */
            performance?: number | null;
            /** @description Perception expected, 0 to 10. */
            expectation?: number | null;
            /** @description Perception wanted, 0 to 10. */
            target?: number | null;
            /** @description -2 angry to +2 delighted. */
            emotion?: number | null;
            /**
             * @description How sure these figures are.
             * @enum {string|null}
             */
            evidence_level?: "E0" | "E1" | "E2" | "E3" | "E4" | "E5" | null;
            /** @description What the customer does, English. */
            doing_en?: string | null;
            /** @description What the customer does, French. */
            doing_fr?: string | null;
            /** @description What the customer thinks, English. */
            thinking_en?: string | null;
            /** @description What the customer thinks, French. */
            thinking_fr?: string | null;
            /** @description What the customer feels, English. */
            feeling_en?: string | null;
            /** @description What the customer feels, French. */
            feeling_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description One moment with a gap that somebody weighs. */
        MomentPrice: {
            moment: string;
            name_en: string;
            name_fr: string;
            is_must_be: boolean;
            /**
             * Format: double
             * @description Share of the gap that the plan closes, weighted over the personas; below 0 where it harms.
             */
            coverage: number;
            /**
             * Format: double
             * @description The same for the persona who has least of it, among those who give the moment importance.
             */
            least_coverage: number;
            /**
             * Format: double
             * @description Share to be closed for each of them for the moment to count as covered: the floor of must-be moments, or a half where
             *     the dossier states none.
             */
            level: number;
            is_covered: boolean;
            /** @description Whether any plan that keeps the rules covers it. */
            can_be_covered: boolean;
            npv: components["schemas"]["Figure"] | null;
            /** @description What enters the plan to cover it, and what leaves. */
            enters: components["schemas"]["Choice"][];
            leaves: components["schemas"]["Choice"][];
        };
        /** @description A problem that customers have at a moment. */
        MomentProblem: {
            id: string;
            persona: string;
            statement: string;
            /** @description Why, and why that, down to the root. */
            whys: string[];
            /** @description Where the whys end; null when nobody said. */
            root_node: string | null;
            lever: string | null;
            annual_cost: components["schemas"]["Amount"] | null;
        };
        /** @description A moment of truth. Found by `external_id`, `key` or its key fields. */
        MomentRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Key of the moment. */
            id?: string;
            /** @description A journey. */
            journey_id?: string | null;
            /**
             * @description Stage of the customer's life cycle.
             * @enum {string|null}
             */
            stage?: "discover" | "evaluate" | "buy" | "receive" | "use" | "support" | null;
            /** @description The channel in which it happens. */
            channel_id?: string | null;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /**
             * @description How satisfaction answers performance.
             * @enum {string|null}
             */
            kano?: "must-be" | "performance" | "attractive" | "indifferent" | "reverse" | null;
            /** @description Occurrences per customer and year. */
            frequency_per_customer_year?: number | null;
            /** @description Share of occurrences that go wrong; a share, 0.1 is 10 %. */
            failure_rate?: number | null;
            /** @description Probability to leave after a bad one; a share, 0.1 is 10 %. */
            p_leave_if_bad?: number | null;
            /** @description Probability to spend less after a bad one; a share, 0.1 is 10 %. */
            p_reduce_if_bad?: number | null;
            /** @description Share of spending then lost; a share, 0.1 is 10 %. */
            reduce_share?: number | null;
            /** @description Probability that a sale is lost; a share, 0.1 is 10 %. */
            p_lost_sale_if_bad?: number | null;
            /**
             * Format: decimal
             * @description Contribution of that sale, currency, in `currency`.
             * @example 120000.00
             */
            lost_sale_contribution_eur?: string | null;
            /** @description Extra contacts per failure, may exceed 1. */
            p_extra_contact_if_bad?: number | null;
            /** @description The channel of these contacts. */
            extra_contact_channel?: string | null;
            /** @description Perception today, 0 to 10. */
            performance?: number | null;
            /** @description Perception expected, 0 to 10. */
            expectation?: number | null;
            /** @description Perception wanted, 0 to 10. */
            target?: number | null;
            /** @description -2 angry to +2 delighted. */
            emotion?: number | null;
            /**
             * @description How sure these figures are.
             * @enum {string|null}
             */
            evidence_level?: "E0" | "E1" | "E2" | "E3" | "E4" | "E5" | null;
            /** @description What the customer does, English. */
            doing_en?: string | null;
            /** @description What the customer does, French. */
            doing_fr?: string | null;
            /** @description What the customer thinks, English. */
            thinking_en?: string | null;
            /** @description What the customer thinks, French. */
            thinking_fr?: string | null;
            /** @description What the customer feels, English. */
            feeling_en?: string | null;
            /** @description What the customer feels, French. */
            feeling_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description The share of one moment's gap, at most 1, below 0 for harm. */
        MomentShare: {
            moment: string;
            /** Format: double */
            share: number;
        };
        /** @description What bad moments cost in a year: customers who leave or buy less, lost sales, extra contacts. */
        MoneyAtRisk: {
            total: components["schemas"]["Amount"];
            revenue: components["schemas"]["Amount"];
            /**
             * Format: double
             * @description Null without revenue.
             */
            share_of_revenue: number | null;
            /** @description Whether the share lies within the usual band. */
            is_plausible: boolean;
            /** @description The band: lowest and highest share. */
            usual_share: number[];
            by_moment: {
                [key: string]: components["schemas"]["Amount"];
            };
            by_persona: {
                [key: string]: components["schemas"]["Amount"];
            };
            cells: components["schemas"]["CellAtRisk"][];
            /** @description Of each persona with bad moments. */
            churn: components["schemas"]["PersonaChurn"][];
            churn_overall: components["schemas"]["OverallChurn"] | null;
            /** @description Moments whose extra contacts have no known cost: missing here, not free. */
            contacts_without_cost: string[];
            /** @description Persona and moment of amounts beyond the decimal ceiling: in no total. */
            too_large: string[][];
        };
        /** @description Money at risk today and with the plan, a year. */
        MoneyAtRiskChange: {
            before: components["schemas"]["Amount"] | null;
            after: components["schemas"]["Amount"] | null;
        };
        /** @description One choice before and after. */
        MoveView: {
            before: components["schemas"]["PlacedView"];
            after: components["schemas"]["PlacedView"];
        };
        /** @description `npv` and `xnpv` as JSON. */
        NetPresentValueAnswer: {
            /** @description A decimal string in the currency of the amounts, not rounded: `"15.5"`. */
            npv: components["schemas"]["ExactDecimal"];
        };
        /**
         * @description Why there is no rate: `empty`, `all_zero`, `same_sign`, `no_real_root`, `same_day` (dated amounts that cancel within a day), `beyond_range` (above 10^308).
         * @enum {string}
         */
        NoRateReason: "empty" | "all_zero" | "same_sign" | "no_real_root" | "same_day" | "beyond_range";
        /** @description Health points an investment adds to a node. */
        NodeEffect: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description An investment. */
            investment_id: string;
            /** @description A node. */
            node_id: string;
            /** @description Points of the 0 to 10 health. */
            health_points?: number;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        NodeEffectBatch: {
            items: components["schemas"]["NodeEffectRow"][];
        };
        /** @description A page of rows, each health points an investment adds to a node. */
        NodeEffectPage: {
            items: components["schemas"]["NodeEffect"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. Health points an investment adds to a node. */
        NodeEffectPatch: {
            /** @description An investment. */
            investment_id?: string;
            /** @description A node. */
            node_id?: string;
            /** @description Points of the 0 to 10 health. */
            health_points?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Health points an investment adds to a node. Found by `external_id`, `key` or its key fields. */
        NodeEffectRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description An investment. */
            investment_id?: string;
            /** @description A node. */
            node_id?: string;
            /** @description Points of the 0 to 10 health. */
            health_points?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description What another health of a node would do. */
        NodeExtreme: {
            /**
             * Format: double
             * @description 0..=10.
             */
            health: number;
            /** Format: double */
            health_change: number;
            /** @description Points at every moment it reaches. */
            moments: {
                [key: string]: number;
            };
            money_at_risk_change: components["schemas"]["Amount"] | null;
            /**
             * Format: double
             * @description Of all money at risk; null when there is none.
             */
            money_at_risk_change_share: number | null;
        };
        /**
         * @description What a node of the ecosystem is.
         * @enum {string}
         */
        NodeKind: "customer" | "team" | "partner" | "system" | "process" | "policy" | "data";
        /** @description What the bad health of one node holds back. */
        NodeLeverage: {
            node: string;
            kind: components["schemas"]["NodeKind"];
            stage: components["schemas"]["Visibility"];
            /**
             * Format: double
             * @description 0..=10.
             */
            health: number;
            leverage: components["schemas"]["Amount"] | null;
            /**
             * Format: double
             * @description Of all positive leverage.
             */
            share: number;
            /** @description Investments that add health to it. */
            candidates: string[];
            /** @description Problems whose whys end here. */
            problems: string[];
            /** @description Leverage, and no candidate that mends it. */
            is_unattended: boolean;
        };
        /** @description A node beside another. */
        NodeLink: {
            node: string;
            /**
             * Format: double
             * @description Over all chains.
             */
            influence: number;
            edge: components["schemas"]["LinkEdge"] | null;
        };
        /** @description What is wanted, with its KPI; a root that only groups others has none. */
        Objective: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Key of the objective. */
            id: string;
            /** @description The objective it serves. */
            parent_id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string;
            /** @description Name in French. */
            name_fr?: string;
            /** @description What is measured. */
            kpi?: string;
            /** @description Unit of the KPI. */
            unit?: string;
            /**
             * @description Which way the KPI improves.
             * @enum {string}
             */
            direction?: "min" | "max" | "minimise" | "maximise";
            /** @description KPI today. */
            baseline?: number;
            /** @description KPI wanted. */
            target?: number;
            /** @description KPI worth 0. */
            worst?: number;
            /** @description KPI worth 1. */
            best?: number;
            /** @description Linear, concave, convex, s, or points `0:0|0.4:0.7|1:1`. */
            value_shape?: string;
            /** @description Order of the swings; information. */
            swing_rank?: number;
            /** @description Swing points, 100 for the first swing. */
            swing_points?: number;
            /** @description Who plans. */
            plan_owner?: string;
            /** @description Who delivers. */
            deliver_owner?: string;
            /** @description Who measures. */
            measure_owner?: string;
            /**
             * @description Where the KPI moves from; levers when blank.
             * @enum {string}
             */
            kpi_source?: "levers" | "coverage" | "obsession";
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        ObjectiveBatch: {
            items: components["schemas"]["ObjectiveRow"][];
        };
        /** @description What a variant does for the objectives, in points: 100 x sum of weight x value. */
        ObjectiveFit: {
            /**
             * Format: double
             * @description Without the variant.
             */
            points_before: number;
            /**
             * Format: double
             * @description With it.
             */
            points_after: number;
            /**
             * Format: double
             * @description The difference.
             */
            gain: number;
            /**
             * Format: double
             * @description Share of all weight on objectives that are measured.
             */
            measured_weight: number;
            objectives: components["schemas"]["MeasuredObjective"][];
            unmeasured: components["schemas"]["UnmeasuredObjective"][];
            /** @description Present value of adjusted benefits by the objective of their levers. */
            pv_benefit_by_objective: {
                [key: string]: components["schemas"]["Amount"];
            };
            /** @description Of levers that serve no objective. */
            pv_benefit_elsewhere: components["schemas"]["Amount"];
        };
        /** @description A page of rows, each what is wanted, with its KPI; a root that only groups others has none. */
        ObjectivePage: {
            items: components["schemas"]["Objective"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. What is wanted, with its KPI; a root that only groups others has none. */
        ObjectivePatch: {
            /** @description Key of the objective. */
            id?: string;
            /** @description The objective it serves. */
            parent_id?: string | null;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /** @description What is measured. */
            kpi?: string | null;
            /** @description Unit of the KPI. */
            unit?: string | null;
            /**
             * @description Which way the KPI improves.
             * @enum {string|null}
             */
            direction?: "min" | "max" | "minimise" | "maximise" | null;
            /** @description KPI today. */
            baseline?: number | null;
            /** @description KPI wanted. */
            target?: number | null;
            /** @description KPI worth 0. */
            worst?: number | null;
            /** @description KPI worth 1. */
            best?: number | null;
            /** @description Linear, concave, convex, s, or points `0:0|0.4:0.7|1:1`. */
            value_shape?: string | null;
            /** @description Order of the swings; information. */
            swing_rank?: number | null;
            /** @description Swing points, 100 for the first swing. */
            swing_points?: number | null;
            /** @description Who plans. */
            plan_owner?: string | null;
            /** @description Who delivers. */
            deliver_owner?: string | null;
            /** @description Who measures. */
            measure_owner?: string | null;
            /**
             * @description Where the KPI moves from; levers when blank.
             * @enum {string|null}
             */
            kpi_source?: "levers" | "coverage" | "obsession" | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description What is wanted, with its KPI; a root that only groups others has none. Found by `external_id`, `key` or its key fields. */
        ObjectiveRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Key of the objective. */
            id?: string;
            /** @description The objective it serves. */
            parent_id?: string | null;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /** @description What is measured. */
            kpi?: string | null;
            /** @description Unit of the KPI. */
            unit?: string | null;
            /**
             * @description Which way the KPI improves.
             * @enum {string|null}
             */
            direction?: "min" | "max" | "minimise" | "maximise" | null;
            /** @description KPI today. */
            baseline?: number | null;
            /** @description KPI wanted. */
            target?: number | null;
            /** @description KPI worth 0. */
            worst?: number | null;
            /** @description KPI worth 1. */
            best?: number | null;
            /** @description Linear, concave, convex, s, or points `0:0|0.4:0.7|1:1`. */
            value_shape?: string | null;
            /** @description Order of the swings; information. */
            swing_rank?: number | null;
            /** @description Swing points, 100 for the first swing. */
            swing_points?: number | null;
            /** @description Who plans. */
            plan_owner?: string | null;
            /** @description Who delivers. */
            deliver_owner?: string | null;
            /** @description Who measures. */
            measure_owner?: string | null;
            /**
             * @description Where the KPI moves from; levers when blank.
             * @enum {string|null}
             */
            kpi_source?: "levers" | "coverage" | "obsession" | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Customer-obsession profile, each 0..=10 and null when no investment of the plan states it. */
        ObsessionProfile: {
            /** Format: double */
            agility: number | null;
            /** Format: double */
            flexibility: number | null;
            /** Format: double */
            globality: number | null;
            /** Format: double */
            intelligence: number | null;
        };
        /** @description Churn over all personas, per customer and year, a fraction. */
        OverallChurn: {
            /**
             * Format: double
             * @description Explained by bad moments.
             */
            implied: number;
            /** Format: double */
            observed: number;
        };
        /** @description One edge of a chain. */
        PathStep: {
            from: string;
            to: string;
            /**
             * Format: double
             * @description After the evidence discount.
             */
            weight: number;
            evidence: components["schemas"]["EvidenceLevel"];
        };
        /** @description Years from t = 0 until money is back; null for never. */
        Payback: {
            /**
             * Format: double
             * @description First time the cumulative flow rises to zero or above.
             */
            first: number | null;
            /**
             * Format: double
             * @description Last time it does, if it does not end below zero.
             */
            sustained: number | null;
            /**
             * Format: double
             * @description The same on discounted amounts.
             */
            discounted: number | null;
        };
        /** @description `payback` as JSON; periods from t = 0, null for never. */
        PaybackAnswer: {
            /**
             * Format: double
             * @description First time the cumulative flow rises to zero or above.
             */
            first: number | null;
            /**
             * Format: double
             * @description Last time it does, if it does not end below zero.
             */
            sustained: number | null;
            /**
             * Format: double
             * @description The same on discounted amounts; null also when no rate was given.
             */
            discounted: number | null;
        };
        /** @description A kind of customer. */
        Persona: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Currency of its amounts, ISO 4217. */
            currency: string;
            /** @description Key of the persona. */
            id: string;
            /** @description Name in English; one language is enough. */
            name_en?: string;
            /** @description Name in French. */
            name_fr?: string;
            /** @description Head-count. */
            customers?: number;
            /**
             * Format: decimal
             * @description Revenue per customer and year, currency, in `currency`.
             * @example 120000.00
             */
            annual_revenue_eur?: string;
            /** @description Share of revenue that is contribution; a share, 0.1 is 10 %. */
            contribution_rate?: number;
            /** @description Share of customers who leave in a year; a share, 0.1 is 10 %. */
            annual_churn?: number;
            /** @description Word of mouth; 1 when blank. */
            social_reach_multiplier?: number;
            /** @description Share of contacts made digitally; 1 when blank; a share, 0.1 is 10 %. */
            digital_share?: number;
            /** @description Note in English. */
            note_en?: string;
            /** @description Note in French. */
            note_fr?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description A persona at a moment. */
        PersonaAtMoment: {
            persona: string;
            /**
             * Format: double
             * @description Share of the persona's care.
             */
            importance: number;
            money_at_risk: components["schemas"]["CellAtRisk"] | null;
        };
        /** @description Rows to put in or to merge with those that are there. */
        PersonaBatch: {
            items: components["schemas"]["PersonaRow"][];
        };
        /** @description Churn of one persona per customer and year, a fraction. */
        PersonaChurn: {
            persona: string;
            /**
             * Format: double
             * @description Explained by bad moments; above the observed one the moments claim too much.
             */
            implied: number;
            /** Format: double */
            observed: number;
        };
        /** @description The points a persona gives to a criterion in a context. */
        PersonaCriterion: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description A persona. */
            persona_id: string;
            /** @description `*` or a journey. */
            context: string;
            /** @description A criterion of the settings. */
            criterion: string;
            /** @description Points, 100 per persona and context. */
            weight_points?: number;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        PersonaCriterionBatch: {
            items: components["schemas"]["PersonaCriterionRow"][];
        };
        /** @description A page of rows, each the points a persona gives to a criterion in a context. */
        PersonaCriterionPage: {
            items: components["schemas"]["PersonaCriterion"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. The points a persona gives to a criterion in a context. */
        PersonaCriterionPatch: {
            /** @description A persona. */
            persona_id?: string;
            /** @description `*` or a journey. */
            context?: string;
            /** @description A criterion of the settings. */
            criterion?: string;
            /** @description Points, 100 per persona and context. */
            weight_points?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description The points a persona gives to a criterion in a context. Found by `external_id`, `key` or its key fields. */
        PersonaCriterionRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description A persona. */
            persona_id?: string;
            /** @description `*` or a journey. */
            context?: string;
            /** @description A criterion of the settings. */
            criterion?: string;
            /** @description Points, 100 per persona and context. */
            weight_points?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description What one persona would say, 0..=10; null without criteria to judge by. */
        PersonaFigure: {
            /** Format: double */
            default: number | null;
            /**
             * Format: double
             * @description Over the persona's contexts.
             */
            contextual: number | null;
            by_context: {
                [key: string]: number;
            };
        };
        /** @description What personas would say of a variant, 0..=10. */
        PersonaImpact: {
            /**
             * Format: double
             * @description Over all personas by their weights; null when none has a figure.
             */
            overall: number | null;
            personas: {
                [key: string]: components["schemas"]["PersonaFigure"];
            };
        };
        /** @description A page of rows, each a kind of customer. */
        PersonaPage: {
            items: components["schemas"]["Persona"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. A kind of customer. */
        PersonaPatch: {
            /** @description Key of the persona. */
            id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /** @description Head-count. */
            customers?: number | null;
            /**
             * Format: decimal
             * @description Revenue per customer and year, currency, in `currency`.
             * @example 120000.00
             */
            annual_revenue_eur?: string | null;
            /** @description Share of revenue that is contribution; a share, 0.1 is 10 %. */
            contribution_rate?: number | null;
            /** @description Share of customers who leave in a year; a share, 0.1 is 10 %. */
            annual_churn?: number | null;
            /** @description Word of mouth; 1 when blank. */
            social_reach_multiplier?: number | null;
            /** @description Share of contacts made digitally; 1 when blank; a share, 0.1 is 10 %. */
            digital_share?: number | null;
            /** @description Note in English. */
            note_en?: string | null;
            /** @description Note in French. */
            note_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A kind of customer. Found by `external_id`, `key` or its key fields. */
        PersonaRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Key of the persona. */
            id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /** @description Head-count. */
            customers?: number | null;
            /**
             * Format: decimal
             * @description Revenue per customer and year, currency, in `currency`.
             * @example 120000.00
             */
            annual_revenue_eur?: string | null;
            /** @description Share of revenue that is contribution; a share, 0.1 is 10 %. */
            contribution_rate?: number | null;
            /** @description Share of customers who leave in a year; a share, 0.1 is 10 %. */
            annual_churn?: number | null;
            /** @description Word of mouth; 1 when blank. */
            social_reach_multiplier?: number | null;
            /** @description Share of contacts made digitally; 1 when blank; a share, 0.1 is 10 %. */
            digital_share?: number | null;
            /** @description Note in English. */
            note_en?: string | null;
            /** @description Note in French. */
            note_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Where a row that was sent went. */
        PlacedItem: {
            /** @description Its table. */
            table: string;
            /** @description Its key, for its address. */
            key: string;
            /** @description Its key in the other tool. */
            external_id: string | null;
            /**
             * @description What became of it.
             * @enum {string}
             */
            outcome: "created" | "changed" | "unchanged";
        };
        /** @description One choice of a plan. */
        PlacedView: {
            investment: string;
            variant: string;
            /** @description When it starts: `y1`, `y1q2` or `y1m05`. */
            begin: string;
            /** @description Share of it that is funded, above 0 and at most 1. */
            share: string;
        };
        /** @description The result of `choose`: the plan, why it is the best one, or why there is none; amounts in `currency`. */
        Plan: {
            status: components["schemas"]["PlanStatus"];
            value_model: components["schemas"]["PlanValueModel"];
            currency: string;
            /** @description Null: the dossier as it stands. */
            scenario: string | null;
            /** @description Name and version. */
            decision_model: string;
            /**
             * @description What was maximised: `npv`, `objectives`, `coverage`, .., a blend `0.7*npv+0.3*coverage`, in order
             *     `npv:0.02,coverage`, or `regret`.
             */
            aim: string;
            objective: components["schemas"]["ExactDecimal"] | null;
            bound: components["schemas"]["ExactDecimal"] | null;
            /**
             * Format: double
             * @description (bound - objective) / |objective|; null where there is no bound.
             */
            gap: number | null;
            /** @description What is funded, as requests take it back; empty without a plan. */
            portfolio: components["schemas"]["Choice"][];
            /** @description The same with names, money by year and the rules that impose it. */
            funded: components["schemas"]["FundedInvestment"][];
            interplay: components["schemas"]["Interplay"] | null;
            npv: components["schemas"]["Amount"] | null;
            penalty: components["schemas"]["Amount"] | null;
            /** @description The plan in the other scenarios that it must hold in. */
            regrets: components["schemas"]["PlanRegret"][];
            /** @description Scenarios left out because no plan is possible in them. */
            scenarios_without_plan: string[];
            pv_cost: components["schemas"]["Amount"] | null;
            pv_benefit: components["schemas"]["Amount"] | null;
            /**
             * Format: double
             * @description Fraction; null when nothing is spent.
             */
            roi: number | null;
            appraisal: components["schemas"]["CaseMeasures"] | null;
            /** @description Expected cost of years 0..=horizon; empty without a plan. */
            cost: components["schemas"]["Amount"][];
            /** @description Benefit of years 0..=horizon under the value model; empty without a plan. */
            benefit: components["schemas"]["Amount"][];
            /** @description The same by lever. */
            benefit_by_lever: {
                [key: string]: components["schemas"]["Amount"][];
            };
            /**
             * Format: double
             * @description Importance-weighted share of the experience gap closed: at most 1, below 0 where harms outweigh; null without a
             *     plan and when nobody weighs a moment.
             */
            coverage: number | null;
            /** @description The same by moment. */
            coverage_by_moment: {
                [key: string]: number;
            };
            /** @description The same by persona. */
            coverage_by_persona: {
                [key: string]: number;
            };
            /** @description Each persona at each moment with the plan. */
            experience: components["schemas"]["ExperienceCell"][];
            money_at_risk: components["schemas"]["MoneyAtRiskChange"];
            /** @description Journeys as they are remembered, the lowest score after first. */
            journeys: components["schemas"]["JourneyChange"][];
            satisfaction: components["schemas"]["Satisfaction"];
            perception_index: components["schemas"]["BeforeAfter"] | null;
            /** @description Capabilities with the plan, in the order of the dossier; empty without a plan. */
            capabilities: components["schemas"]["CapabilityChange"][];
            profile: components["schemas"]["ObsessionProfile"] | null;
            /** @description Names of the rules that alone forbid a single change which would raise the NPV. */
            binding: string[];
            /** @description Names of those that forbid one only together with others. */
            binding_with_others: string[];
            /** @description Every rule, with what the plan uses of it; what else in the document names a rule means one of these. */
            rules: components["schemas"]["RuleUse"][];
            /** @description One variant of each investment outside the plan, the best that breaks no rule but amounts. */
            left_out: components["schemas"]["LeftOut"][];
            /** @description Variants that took no part because amounts are withheld or not stated. */
            missing: components["schemas"]["MissingCase"][];
            /**
             * @description Investments that could not be judged: all of their variants are in `missing`. No plan has one of them, and none
             *     says that it is not worth its cost.
             */
            unjudged: string[];
            /** @description When no plan exists: rules that cannot be kept together. */
            conflict: string[];
            /** @description Up to five such sets, smallest first; the first is `conflict`. */
            conflicts: string[][];
            /** @description When no plan exists: up to three ways to make one possible, cheapest first. */
            repairs: components["schemas"]["Repair"][];
            /**
             * Format: double
             * @description Share of readiness gates passed, 0..=1.
             */
            readiness: number;
            /** @description Too few gates are passed for the plan to decide anything. */
            strategy_incomplete: boolean;
            difference: components["schemas"]["Comparison"] | null;
            solver: components["schemas"]["Solver"];
            /** @description SHA-256 of everything the result depends on. */
            fingerprint: string;
        };
        /** @description What is chosen. */
        PlanChoice: {
            /** @description Id of the investment. */
            investment: string;
            /** @description Id of its variant. */
            variant: string;
        };
        /**
         * @description The result of `explain`: why each investment is in the plan or not, and what rules are worth. Every figure is a
         *     difference of best plans of the same question.
         */
        PlanExplanation: {
            status: components["schemas"]["PlanStatus"];
            value_model: components["schemas"]["PlanValueModel"];
            currency: string;
            /** @description Null: the dossier as it stands. */
            scenario: string | null;
            /** @description Name and version. */
            decision_model: string;
            /** @description Empty without a plan. */
            portfolio: components["schemas"]["Choice"][];
            npv: components["schemas"]["Amount"] | null;
            /**
             * @description Whether the run was stopped before its end: investments, questions and prices that were not answered by then are
             *     missing, and where the verdict of one rests on the reason `stopped`, so are its `changes` and `conflict`.
             */
            is_partial: boolean;
            /** @description The dossier's questions, in its order. */
            questions: components["schemas"]["AnsweredQuestion"][];
            investments: components["schemas"]["ExplainedInvestment"][];
            /** @description What a change of the rules is worth; empty when one investment is asked about. */
            prices: components["schemas"]["RulePrice"][];
            /**
             * @description Every moment with a gap that somebody weighs: whether the plan covers it, and what covering it costs; empty when one
             *     investment is asked about.
             */
            moments: components["schemas"]["MomentPrice"][];
            /** @description Every rule that this document names. */
            rules: components["schemas"]["RuleName"][];
            /** @description When no plan exists: up to five sets of rules that cannot be kept together, smallest first. */
            conflicts: string[][];
            /** @description When no plan exists: up to three ways to make one possible, cheapest first. */
            repairs: components["schemas"]["Repair"][];
            /**
             * Format: double
             * @description Share of readiness gates passed, 0..=1.
             */
            readiness: number;
            /** @description Too few gates are passed for any verdict. */
            strategy_incomplete: boolean;
            /** @description Questions that were solved. */
            solves: number;
            /** @description SHA-256 of everything the result depends on. */
            fingerprint: string;
        };
        /** @description The result of `alternatives` and `replan`: several plans side by side. */
        PlanList: {
            kind: components["schemas"]["PlanListKind"];
            /** @description Null: the dossier as it stands. */
            scenario: string | null;
            currency: string;
            /** @description Alternatives: investments that any two plans differ by, at least; null when replanning. */
            differ_by: number | null;
            /**
             * Format: double
             * @description Replanning: share of the attainable worth that is kept; null for alternatives.
             */
            keep: number | null;
            /**
             * @description Whether the run was stopped before its end: plans that were not found by then are missing, and the last one may be
             *     the best so far only, as its status says.
             */
            is_partial: boolean;
            /** @description Alternatives: the best first. Replanning: fewest changes first, then the best possible. */
            plans: components["schemas"]["ListedPlan"][];
            /** @description SHA-256 of everything the result depends on. */
            fingerprint: string;
        };
        /**
         * @description What was asked for.
         * @enum {string}
         */
        PlanListKind: "alternatives" | "replan";
        /** @description The plan in one scenario that it must hold in. */
        PlanRegret: {
            scenario: string;
            /** @description NPV of the best plan there. */
            best: components["schemas"]["Amount"];
            /** @description NPV of this plan there. */
            npv: components["schemas"]["Amount"];
            /** @description best - npv. */
            regret: components["schemas"]["Amount"];
        };
        /**
         * @description How a plan was found: `optimal` (nothing is worth more), `within_gap` (nothing is worth more than the gap asked for), `limit_reached` (the best so far, with its bound), `infeasible` (no plan keeps all rules).
         * @enum {string}
         */
        PlanStatus: "optimal" | "within_gap" | "limit_reached" | "infeasible";
        /** @description A plan in short. */
        PlanSummary: {
            status: components["schemas"]["PlanStatus"];
            /**
             * Format: double
             * @description (bound - objective) / |objective|; null where there is no bound.
             */
            gap: number | null;
            npv: components["schemas"]["Amount"] | null;
            roi: components["schemas"]["ExactDecimal"] | null;
            choices: components["schemas"]["Choice"][];
            /** @description Against the plan of the dossier as it is. */
            entered: components["schemas"]["ChoiceName"][];
            left: components["schemas"]["ChoiceName"][];
            /** @description `B01:core@y0 > B01:core@y1` for each investment in another variant, start or share. */
            moved: string[];
            /** @description SHA-256 of everything the plan depends on. */
            fingerprint: string;
        };
        /** @description A plan that is the best one from a share of the budgets on. */
        PlanSwitch: {
            /**
             * Format: double
             * @description Share of the budgets.
             */
            from: number;
            npv: components["schemas"]["Amount"];
            penalty: components["schemas"]["Amount"];
            portfolio: components["schemas"]["ChoiceName"][];
        };
        /**
         * @description How benefits add up: `additive` (stand-alone cases), `full` (enablers, synergies and saturation counted).
         * @enum {string}
         */
        PlanValueModel: "additive" | "full";
        /** @description One choice of a plan, as the `portfolio` of a choice has it. */
        PlannedChoice: {
            /** @example B01 */
            investment: string;
            /** @example core */
            variant: string;
            /**
             * Format: int32
             * @description Year index in which it starts; read only where `begin` is left out.
             */
            start?: number | null;
            /**
             * @description When it starts: `y1`, `y1q2` (second quarter) or `y1m05` (fifth month); the beginning of year 0 when left out.
             * @example y1q2
             */
            begin?: string | null;
            share?: components["schemas"]["DecimalText"] | null;
        };
        /**
         * @description How the rules are changed: `more` of a budget, cap, envelope or role, `without` a rule, `without_moment_floors`, `free_transfers` between all envelopes.
         * @enum {string}
         */
        PriceKind: "more" | "without" | "without_moment_floors" | "free_transfers";
        /** @description A customer's problem, traced by whys to a root node. */
        Problem: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Currency of its amounts, ISO 4217. */
            currency: string;
            /** @description Key of the problem. */
            id: string;
            /** @description A moment. */
            moment_id?: string;
            /** @description A persona. */
            persona_id?: string;
            /** @description The problem in English; one language is enough. */
            statement_en?: string;
            /** @description The problem in French. */
            statement_fr?: string;
            /** @description The lever it costs on. */
            lever_id?: string;
            /**
             * Format: decimal
             * @description Cost per year, currency, in `currency`.
             * @example 120000.00
             */
            annual_cost_eur?: string;
            /** @description Why it happens. */
            why_1?: string;
            /** @description The same in French. */
            why_1_fr?: string;
            /** @description Why that is so. */
            why_2?: string;
            /** @description The same in French. */
            why_2_fr?: string;
            /** @description Why that is so. */
            why_3?: string;
            /** @description The same in French. */
            why_3_fr?: string;
            /** @description Why that is so. */
            why_4?: string;
            /** @description The same in French. */
            why_4_fr?: string;
            /** @description Why that is so. */
            why_5?: string;
            /** @description The same in French. */
            why_5_fr?: string;
            /** @description The node at the root. */
            root_node_id?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        ProblemBatch: {
            items: components["schemas"]["ProblemRow"][];
        };
        /** @description What went wrong (RFC 9457), with every fault at once. */
        ProblemDetails: {
            /**
             * @description `urn:cxfolio:problem:` and the code.
             * @example urn:cxfolio:problem:invalid
             */
            type: string;
            /** @description The status of the response in words. */
            title: string;
            /** Format: int32 */
            status: number;
            /**
             * @description Stable snake_case code.
             * @example invalid
             */
            code: string;
            /** @description One sentence, in the language of `Accept-Language` (en or fr). */
            detail: string;
            /** @description The name of the request in the logs of the service. */
            request_id: string;
            /** @description What is wrong in what was sent, each with its place. */
            errors: components["schemas"]["ProblemFault"][];
            /** @description Findings of the dossier that keep it from being computed. */
            findings: unknown[];
        };
        /** @description One fault of what was sent. */
        ProblemFault: {
            /**
             * @description JSON pointer (RFC 6901) into the body, or the parameter.
             * @example /personas/3/customers
             */
            pointer: string;
            /**
             * @description Stable snake_case code.
             * @example number_out_of_range
             */
            code: string;
            detail: string;
        };
        /** @description A page of rows, each a customer's problem, traced by whys to a root node. */
        ProblemPage: {
            items: components["schemas"]["Problem"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. A customer's problem, traced by whys to a root node. */
        ProblemPatch: {
            /** @description Key of the problem. */
            id?: string;
            /** @description A moment. */
            moment_id?: string | null;
            /** @description A persona. */
            persona_id?: string | null;
            /** @description The problem in English; one language is enough. */
            statement_en?: string | null;
            /** @description The problem in French. */
            statement_fr?: string | null;
            /** @description The lever it costs on. */
            lever_id?: string | null;
            /**
             * Format: decimal
             * @description Cost per year, currency, in `currency`.
             * @example 120000.00
             */
            annual_cost_eur?: string | null;
            /** @description Why it happens. */
            why_1?: string | null;
            /** @description The same in French. */
            why_1_fr?: string | null;
            /** @description Why that is so. */
            why_2?: string | null;
            /** @description The same in French. */
            why_2_fr?: string | null;
            /** @description Why that is so. */
            why_3?: string | null;
            /** @description The same in French. */
            why_3_fr?: string | null;
            /** @description Why that is so. */
            why_4?: string | null;
            /** @description The same in French. */
            why_4_fr?: string | null;
            /** @description Why that is so. */
            why_5?: string | null;
            /** @description The same in French. */
            why_5_fr?: string | null;
            /** @description The node at the root. */
            root_node_id?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A customer's problem, traced by whys to a root node. Found by `external_id`, `key` or its key fields. */
        ProblemRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Key of the problem. */
            id?: string;
            /** @description A moment. */
            moment_id?: string | null;
            /** @description A persona. */
            persona_id?: string | null;
            /** @description The problem in English; one language is enough. */
            statement_en?: string | null;
            /** @description The problem in French. */
            statement_fr?: string | null;
            /** @description The lever it costs on. */
            lever_id?: string | null;
            /**
             * Format: decimal
             * @description Cost per year, currency, in `currency`.
             * @example 120000.00
             */
            annual_cost_eur?: string | null;
            /** @description Why it happens. */
            why_1?: string | null;
            /** @description The same in French. */
            why_1_fr?: string | null;
            /** @description Why that is so. */
            why_2?: string | null;
            /** @description The same in French. */
            why_2_fr?: string | null;
            /** @description Why that is so. */
            why_3?: string | null;
            /** @description The same in French. */
            why_3_fr?: string | null;
            /** @description Why that is so. */
            why_4?: string | null;
            /** @description The same in French. */
            why_4_fr?: string | null;
            /** @description Why that is so. */
            why_5?: string | null;
            /** @description The same in French. */
            why_5_fr?: string | null;
            /** @description The node at the root. */
            root_node_id?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description How far a job is. */
        Progress: {
            /**
             * Format: int64
             * @description Step of a sequence of questions, from 1.
             */
            step: number | null;
            /**
             * Format: int64
             * @description How many there are, when that is known.
             */
            steps: number | null;
            /** @description What the question at hand maximises. */
            aim: string;
            portfolio: components["schemas"]["PlanChoice"][] | null;
            /** @description How much of the aim the best plan so far has. */
            objective: number | null;
            /** @description No plan has more of the aim. */
            bound: number | null;
            /** @description Distance to the bound as a share of the plan. */
            gap: number | null;
            /**
             * Format: int64
             * @description Solves so far.
             */
            rounds: number;
            /**
             * Format: int64
             * @description Branches looked into so far.
             */
            nodes: number;
        };
        /** @description A question asked about one investment. */
        Question: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Key of the question. */
            id: string;
            /** @description The question in English; one language is enough. */
            question_en?: string;
            /** @description The question in French. */
            question_fr?: string;
            /** @description An investment. */
            investment_id?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        QuestionBatch: {
            items: components["schemas"]["QuestionRow"][];
        };
        /** @description A page of rows, each a question asked about one investment. */
        QuestionPage: {
            items: components["schemas"]["Question"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. A question asked about one investment. */
        QuestionPatch: {
            /** @description Key of the question. */
            id?: string;
            /** @description The question in English; one language is enough. */
            question_en?: string | null;
            /** @description The question in French. */
            question_fr?: string | null;
            /** @description An investment. */
            investment_id?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A question asked about one investment. Found by `external_id`, `key` or its key fields. */
        QuestionRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Key of the question. */
            id?: string;
            /** @description The question in English; one language is enough. */
            question_en?: string | null;
            /** @description The question in French. */
            question_fr?: string | null;
            /** @description An investment. */
            investment_id?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Internal rates of return. */
        RatesOfReturn: {
            /** @description Every real rate above -1, ascending; empty when there is none. */
            roots: number[];
            sign_changes: number;
            reason: components["schemas"]["NoRateReason"] | null;
        };
        /** @description `irr` and `xirr` as JSON. */
        RatesOfReturnAnswer: {
            /** @description Every rate above -1, ascending, 0.09 for 9 %; per period, or per year for dated amounts. */
            roots: number[];
            /** @description How often the sign turns from one amount to the next, zeros left out. */
            sign_changes: number;
            reason: components["schemas"]["NoRateReason"] | null;
        };
        /** @description A moment that a node reaches. */
        ReachedMoment: {
            moment: string;
            /**
             * Format: double
             * @description Points there for one health point here.
             */
            influence: number;
            money_at_risk: components["schemas"]["Amount"] | null;
            leverage: components["schemas"]["Amount"] | null;
        };
        /** @description Answers that give no weights. */
        RefusedAnswers: {
            stakeholder: string;
            method: components["schemas"]["WeightMethod"];
            reasons: components["schemas"]["RefusedReason"][];
        };
        /**
         * @description Why answers give no weights: of points the first four, of pairs `contradictory` and the last three.
         * @enum {string}
         */
        RefusedReason: "nothing_given" | "all_zero" | "out_of_range" | "contradictory" | "not_positive" | "nothing_to_compare" | "disconnected";
        /** @description A plan in a scenario. */
        RegretCell: {
            npv: components["schemas"]["Amount"];
            /** @description NPV of the scenario's own best plan less this one's. */
            regret: components["schemas"]["Amount"];
            /** @description Whether it keeps the rules there. */
            fits: boolean;
            /** @description The rules it breaks there. */
            broken: string[];
        };
        /** @description The best plan of one or several scenarios, seen in all. */
        RegretRow: {
            /** @description Scenarios whose best plan it is; null: the dossier as it was opened. */
            best_in: (string | null)[];
            portfolio: components["schemas"]["ChoiceName"][];
            /** @description In the order of `scenarios`; null where a scenario does not offer the choices. */
            cells: (components["schemas"]["RegretCell"] | null)[];
            greatest: components["schemas"]["Amount"] | null;
        };
        /** @description The best plan of each scenario in every scenario. */
        RegretTable: {
            scenarios: components["schemas"]["ScenarioBest"][];
            /** @description Scenarios in which no plan is possible. */
            without_plan: string[];
            plans: components["schemas"]["RegretRow"][];
            /** @description Place of the plan with the least greatest regret in `plans`; null when none fits everywhere. */
            least: number | null;
        };
        /** @description One way to make a plan possible. */
        Repair: {
            /** @description Money and days at their price, everything else at its share of all budgets; for comparing repairs. */
            cost: components["schemas"]["Amount"];
            /** @description Whether it gives up what is mandatory or compulsory. */
            last_resort: boolean;
            steps: components["schemas"]["RepairStep"][];
            /** @description A plan that it makes possible, `B01:core`: the one that needs least, not the one worth most. */
            portfolio: string[];
            text_en: string;
            text_fr: string;
        };
        /**
         * @description How a rule is moved: `by` an amount, `to` an amount, to a later `start`, or `drop`ped.
         * @enum {string}
         */
        RepairMove: "by" | "to" | "start" | "drop";
        /** @description One rule that is moved. */
        RepairStep: {
            rule: string;
            move: components["schemas"]["RepairMove"];
            /** @description Decimal text in the unit of the rule; the start as `y1` for start, null for drop. */
            amount: string | null;
        };
        /** @description The fewest changes of an approved plan that keep most of what can still be had. */
        ReplanRequest: {
            /**
             * @description The plan that was approved: the `portfolio` of a choice.
             * @default []
             */
            approved: components["schemas"]["PlannedChoice"][];
            /**
             * @description What begins before this period (`y1`, `y1q2`) has begun and stays, nothing new begins before it; nothing has begun
             *     when left out.
             * @example y1
             */
            as_of?: string | null;
            /**
             * Format: double
             * @description Share of the attainable NPV that must be kept: 0.98 is 98 %, and what is kept when left out.
             * @example 0.98
             */
            keep?: number | null;
            /**
             * @description Scenario of the dossier that is put on first; the dossier as it is when left out.
             * @example S-CUT20
             */
            scenario?: string | null;
            /**
             * @description Name of a decision model; the dossier's own, else the built-in `reference`, when left out.
             * @example reference
             */
            decision_model?: string | null;
            /**
             * @description Changes tried out in this run only.
             * @default {
             *       "overrides": [],
             *       "budgets": {}
             *     }
             */
            what_if: components["schemas"]["WhatIf"];
            language?: components["schemas"]["Language"] | null;
            /**
             * @description What the plan is to have most of: a measure (`npv`, `objectives`, `coverage`, `coverage:P1`, `freedom`,
             *     `regret`), a blend (`0.7*npv+0.3*coverage`), or one after another with a tolerance (`npv:0.02,coverage`);
             *     `npv` when left out.
             * @example npv:0.02,coverage
             */
            aim?: string | null;
            /**
             * @description How benefits add up.
             * @default full
             */
            value_model: components["schemas"]["ValueModel"];
            starts?: components["schemas"]["Starts"] | null;
            /**
             * @description What must be in the plan or out of it.
             * @default []
             */
            locks: components["schemas"]["Lock"][];
            /**
             * @description Rules that are not to hold, by name or family.
             * @default []
             * @example [
             *       "budget:y0",
             *       "requires:B19:B26"
             *     ]
             */
            without: string[];
            /**
             * @description Least amounts of measures.
             * @default []
             */
            floors: components["schemas"]["LeastOf"][];
            /**
             * @description Scenarios that the plan must hold in too, and that regret is told over.
             * @default []
             * @example [
             *       "S-CHURN"
             *     ]
             */
            also_in: string[];
            /**
             * Format: double
             * @description Stop when no plan can be worth more than this share above the best one: 0.01 is 1 %. 0 asks for proof.
             * @default 0
             * @example 0.01
             */
            gap: number;
            /**
             * Format: double
             * @description Stop each question put to the solver after these seconds, above 0; the answer then depends on the machine.
             * @example 60
             */
            time_limit_seconds?: number | null;
        };
        /** @description A run with its result, which is null until it is there. */
        ReplanRun: {
            /** @description Its name. */
            id: string;
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description The revision it works on.
             */
            revision: number;
            /**
             * @description What is computed. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "replan";
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Whether nothing more will happen to it. */
            is_ended: boolean;
            /** @description Who asked. */
            actor: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string | null;
            /** @description What was asked. */
            request: {
                [key: string]: unknown;
            } | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Hash of everything that its result depends on. */
            fingerprint: string | null;
            fault: components["schemas"]["JobFault"] | null;
            /** @description Media type of its result. */
            result_type: string | null;
            /** @description Whether it was asked to end. */
            cancel_requested: boolean;
            /** @description Whether it was stopped before its end, so that its result is not whole. */
            is_partial: boolean;
            /** @description Where word is sent when it ends. */
            webhook: string | null;
            result: components["schemas"]["PlanList"] | components["schemas"]["Plan"] | null;
        };
        /** @description The decision memo: one HTML document for the screen and for print. */
        ReportRequest: {
            /**
             * @description Scenario of the dossier that is put on first; the dossier as it is when left out.
             * @example S-CUT20
             */
            scenario?: string | null;
            /**
             * @description Name of a decision model; the dossier's own, else the built-in `reference`, when left out.
             * @example reference
             */
            decision_model?: string | null;
            /**
             * @description Changes tried out in this run only.
             * @default {
             *       "overrides": [],
             *       "budgets": {}
             *     }
             */
            what_if: components["schemas"]["WhatIf"];
            language?: components["schemas"]["Language"] | null;
            /**
             * @description What the plan is to have most of: a measure (`npv`, `objectives`, `coverage`, `coverage:P1`, `freedom`,
             *     `regret`), a blend (`0.7*npv+0.3*coverage`), or one after another with a tolerance (`npv:0.02,coverage`);
             *     `npv` when left out.
             * @example npv:0.02,coverage
             */
            aim?: string | null;
            /**
             * @description How benefits add up.
             * @default full
             */
            value_model: components["schemas"]["ValueModel"];
            starts?: components["schemas"]["Starts"] | null;
            /**
             * @description What must be in the plan or out of it.
             * @default []
             */
            locks: components["schemas"]["Lock"][];
            /**
             * @description Rules that are not to hold, by name or family.
             * @default []
             * @example [
             *       "budget:y0",
             *       "requires:B19:B26"
             *     ]
             */
            without: string[];
            /**
             * @description Least amounts of measures.
             * @default []
             */
            floors: components["schemas"]["LeastOf"][];
            /**
             * @description Scenarios that the plan must hold in too, and that regret is told over.
             * @default []
             * @example [
             *       "S-CHURN"
             *     ]
             */
            also_in: string[];
            /**
             * Format: double
             * @description Stop when no plan can be worth more than this share above the best one: 0.01 is 1 %. 0 asks for proof.
             * @default 0
             * @example 0.01
             */
            gap: number;
            /**
             * Format: double
             * @description Stop each question put to the solver after these seconds, above 0; the answer then depends on the machine.
             * @example 60
             */
            time_limit_seconds?: number | null;
        };
        /** @description A run with its result, which is null until it is there. */
        ReportRun: {
            /** @description Its name. */
            id: string;
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description The revision it works on.
             */
            revision: number;
            /**
             * @description What is computed. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "report";
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Whether nothing more will happen to it. */
            is_ended: boolean;
            /** @description Who asked. */
            actor: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string | null;
            /** @description What was asked. */
            request: {
                [key: string]: unknown;
            } | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Hash of everything that its result depends on. */
            fingerprint: string | null;
            fault: components["schemas"]["JobFault"] | null;
            /** @description Media type of its result. */
            result_type: string | null;
            /** @description Whether it was asked to end. */
            cancel_requested: boolean;
            /** @description Whether it was stopped before its end, so that its result is not whole. */
            is_partial: boolean;
            /** @description Where word is sent when it ends. */
            webhook: string | null;
            /** @description A page, at `/result`. */
            result: null;
        };
        /** @description A revision of a dossier. */
        Revision: {
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description From 1, without gaps.
             */
            number: number;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who: `local`, `key:` with an id, or `oidc:` with a subject. */
            actor: string;
            /** @description What was done. */
            action: string;
            /** @description To what. */
            note: string;
            /** @description Name of the request. */
            request_id: string;
            /**
             * Format: int64
             * @description Items that changed.
             */
            n_changes: number;
            /** @description SHA-256 of the digest before and of the changes. */
            digest: string;
        };
        /** @description Revisions, newest first. */
        RevisionPage: {
            items: components["schemas"]["Revision"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
        };
        /** @description A revision with what it changed. */
        RevisionWithChanges: {
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description From 1, without gaps.
             */
            number: number;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who: `local`, `key:` with an id, or `oidc:` with a subject. */
            actor: string;
            /** @description What was done. */
            action: string;
            /** @description To what. */
            note: string;
            /** @description Name of the request. */
            request_id: string;
            /**
             * Format: int64
             * @description Items that changed.
             */
            n_changes: number;
            /** @description SHA-256 of the digest before and of the changes. */
            digest: string;
            changes: components["schemas"]["ItemVersion"][];
        };
        /** @description What may go wrong with an investment. */
        Risk: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description An investment. */
            investment_id?: string;
            /** @description The risk in English; one language is enough. */
            risk_en?: string;
            /** @description The risk in French. */
            risk_fr?: string;
            /** @description Probability that it happens; a share, 0.1 is 10 %. */
            probability?: number;
            /** @description Share added to costs when it happens; a share, 0.1 is 10 %. */
            cost_impact?: number;
            /** @description Share added to benefits when it happens, negative is lost; a share, 0.1 is 10 %. */
            benefit_impact?: number;
            /** @description Months. */
            delay_months?: number;
            /** @description Note. */
            note?: string;
            /** @description Note in French. */
            note_fr?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        RiskBatch: {
            items: components["schemas"]["RiskRow"][];
        };
        /** @description A page of rows, each what may go wrong with an investment. */
        RiskPage: {
            items: components["schemas"]["Risk"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. What may go wrong with an investment. */
        RiskPatch: {
            /** @description An investment. */
            investment_id?: string | null;
            /** @description The risk in English; one language is enough. */
            risk_en?: string | null;
            /** @description The risk in French. */
            risk_fr?: string | null;
            /** @description Probability that it happens; a share, 0.1 is 10 %. */
            probability?: number | null;
            /** @description Share added to costs when it happens; a share, 0.1 is 10 %. */
            cost_impact?: number | null;
            /** @description Share added to benefits when it happens, negative is lost; a share, 0.1 is 10 %. */
            benefit_impact?: number | null;
            /** @description Months. */
            delay_months?: number | null;
            /** @description Note. */
            note?: string | null;
            /** @description Note in French. */
            note_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description What may go wrong with an investment. Found by `external_id`, `key` or its key fields. */
        RiskRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description An investment. */
            investment_id?: string | null;
            /** @description The risk in English; one language is enough. */
            risk_en?: string | null;
            /** @description The risk in French. */
            risk_fr?: string | null;
            /** @description Probability that it happens; a share, 0.1 is 10 %. */
            probability?: number | null;
            /** @description Share added to costs when it happens; a share, 0.1 is 10 %. */
            cost_impact?: number | null;
            /** @description Share added to benefits when it happens, negative is lost; a share, 0.1 is 10 %. */
            benefit_impact?: number | null;
            /** @description Months. */
            delay_months?: number | null;
            /** @description Note. */
            note?: string | null;
            /** @description Note in French. */
            note_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description The result of `robust`: what holds whatever the weights, the budget and the scenario. */
        RobustChoice: {
            weights: components["schemas"]["AdmittedWeights"];
            /** @description Null: the dossier as it stands. */
            scenario: string | null;
            currency: string;
            /**
             * @description Whether the run was stopped before its end: scenarios, choosers, budgets and proofs that were not answered by then are
             *     missing. Nothing is counted over a part of the weights: without all of them `samples` is 0 and no investment is
             *     listed.
             */
            is_partial: boolean;
            criteria: components["schemas"]["Criterion"][];
            /** @description Weights drawn, all of them answered. */
            samples: number;
            /**
             * Format: double
             * @description How far scores move, as a share; null when they do not.
             */
            scores: number | null;
            /** @description How often the solver was asked. */
            solves: number;
            /**
             * Format: double
             * @description Largest share by which another plan might be better at any sample.
             */
            gap: number;
            /** @description Investments in all the best plans seen. */
            core: string[];
            /** @description Investments in some of them. */
            borderline: string[];
            /** @description Investments in none of them. */
            exterior: string[];
            investments: components["schemas"]["RobustInvestment"][];
            /** @description Distinct best plans. */
            plans: components["schemas"]["RobustPlan"][];
            /** @description Each stakeholder, or each corner of the weights. */
            choosers: components["schemas"]["Chooser"][];
            /** @description What all of them choose. */
            common_core: string[];
            /** @description Shares of the budgets, in the order of `core_index_by_budget`. */
            budgets: number[];
            regrets: components["schemas"]["RegretTable"];
            /** @description SHA-256 of everything the result depends on. */
            fingerprint: string;
        };
        /** @description One investment over the weights. */
        RobustInvestment: {
            investment: string;
            standing: components["schemas"]["Standing"];
            /** @description For every admitted weight. */
            is_proven: boolean;
            /**
             * Format: double
             * @description Largest over the corners of the best value with the investment forced the other way less the best value; null
             *     when it cannot be otherwise or nobody asked.
             */
            margin: number | null;
            /**
             * @description Place among those that some best plan has, the safest first: by the share of samples, then by the share of distinct
             *     best plans, then by what being without it would lose at least; null for those that none has.
             */
            rank: number | null;
            /**
             * Format: double
             * @description Share of the samples whose best plan has it.
             */
            acceptability: number;
            /** @description The same by choice, those that some best plan has. */
            by_variant: {
                [key: string]: number;
            };
            /**
             * Format: double
             * @description Share of the distinct best plans that have it.
             */
            core_index: number;
            /**
             * Format: double
             * @description Null when nobody asked that scores move.
             */
            acceptability_with_scores_moved: number | null;
            /** @description In the order of `budgets`; null where no plan is possible. */
            core_index_by_budget: (number | null)[];
        };
        /** @description A plan that is best for some weights. */
        RobustPlan: {
            /**
             * Format: double
             * @description Share of the samples it wins; 0 when it is best at a corner only.
             */
            wins: number;
            /**
             * Format: double
             * @description Null when nobody asked that scores move.
             */
            wins_with_scores_moved: number | null;
            npv: components["schemas"]["Amount"];
            /** @description In the order of the criteria, in the unit of each measure. */
            criteria: number[];
            portfolio: components["schemas"]["ChoiceName"][];
        };
        /** @description What holds whatever the weights, the budget and the scenario: core, borderline, exterior, regret. */
        RobustRequest: {
            /**
             * @description Which weights are admitted.
             * @default ranks
             */
            weights: components["schemas"]["AdmittedBy"];
            /**
             * Format: int32
             * @description How many weights are drawn; 250 when left out.
             * @example 250
             */
            samples?: number | null;
            /**
             * Format: int32
             * @description Seed of the draws; 1 when left out.
             * @example 1
             */
            seed?: number | null;
            /**
             * Format: double
             * @description Intervals: how far each weight may lie from the stated one, as a share of it; 0.3 when left out.
             * @example 0.3
             */
            within?: number | null;
            /**
             * @description Intervals: the stated weights, one for each criterion, none below 0; equal when empty.
             * @default []
             */
            around: number[];
            /**
             * @description Measures, the most important first; `npv`, `points`, `freedom` when empty.
             * @default []
             * @example [
             *       "npv",
             *       "points",
             *       "freedom"
             *     ]
             */
            criteria: string[];
            /**
             * @description Shares of all budgets at which the core index is told too, each above 0 and at most 1000.
             * @default []
             * @example [
             *       "0.8",
             *       "1",
             *       "1.2"
             *     ]
             */
            budgets: components["schemas"]["DecimalText"][];
            /**
             * Format: double
             * @description How far every score may move, as a share, drawn together with the weights; 0 is not at all.
             * @default 0
             * @example 0.1
             */
            scores: number;
            /**
             * Format: double
             * @description Share within which the best plan of every weight is certified; 0.000001 when left out.
             * @example 0.000001
             */
            certified?: number | null;
            /**
             * @description Leaves the proofs of core and exterior out.
             * @default false
             */
            quick: boolean;
            /**
             * @description Scenario of the dossier that is put on first; the dossier as it is when left out.
             * @example S-CUT20
             */
            scenario?: string | null;
            /**
             * @description Name of a decision model; the dossier's own, else the built-in `reference`, when left out.
             * @example reference
             */
            decision_model?: string | null;
            /**
             * @description Changes tried out in this run only.
             * @default {
             *       "overrides": [],
             *       "budgets": {}
             *     }
             */
            what_if: components["schemas"]["WhatIf"];
            language?: components["schemas"]["Language"] | null;
            /**
             * @description What the plan is to have most of: a measure (`npv`, `objectives`, `coverage`, `coverage:P1`, `freedom`,
             *     `regret`), a blend (`0.7*npv+0.3*coverage`), or one after another with a tolerance (`npv:0.02,coverage`);
             *     `npv` when left out.
             * @example npv:0.02,coverage
             */
            aim?: string | null;
            /**
             * @description How benefits add up.
             * @default full
             */
            value_model: components["schemas"]["ValueModel"];
            starts?: components["schemas"]["Starts"] | null;
            /**
             * @description What must be in the plan or out of it.
             * @default []
             */
            locks: components["schemas"]["Lock"][];
            /**
             * @description Rules that are not to hold, by name or family.
             * @default []
             * @example [
             *       "budget:y0",
             *       "requires:B19:B26"
             *     ]
             */
            without: string[];
            /**
             * @description Least amounts of measures.
             * @default []
             */
            floors: components["schemas"]["LeastOf"][];
            /**
             * @description Scenarios that the plan must hold in too, and that regret is told over.
             * @default []
             * @example [
             *       "S-CHURN"
             *     ]
             */
            also_in: string[];
            /**
             * Format: double
             * @description Stop when no plan can be worth more than this share above the best one: 0.01 is 1 %. 0 asks for proof.
             * @default 0
             * @example 0.01
             */
            gap: number;
            /**
             * Format: double
             * @description Stop each question put to the solver after these seconds, above 0; the answer then depends on the machine.
             * @example 60
             */
            time_limit_seconds?: number | null;
        };
        /** @description A run with its result, which is null until it is there. */
        RobustRun: {
            /** @description Its name. */
            id: string;
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description The revision it works on.
             */
            revision: number;
            /**
             * @description What is computed. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "robust";
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Whether nothing more will happen to it. */
            is_ended: boolean;
            /** @description Who asked. */
            actor: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string | null;
            /** @description What was asked. */
            request: {
                [key: string]: unknown;
            } | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Hash of everything that its result depends on. */
            fingerprint: string | null;
            fault: components["schemas"]["JobFault"] | null;
            /** @description Media type of its result. */
            result_type: string | null;
            /** @description Whether it was asked to end. */
            cancel_requested: boolean;
            /** @description Whether it was stopped before its end, so that its result is not whole. */
            is_partial: boolean;
            /** @description Where word is sent when it ends. */
            webhook: string | null;
            result: components["schemas"]["RobustChoice"] | null;
        };
        /** @description A kind of work with its capacity. */
        Role: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Currency of its amounts, ISO 4217. */
            currency: string;
            /** @description Key of the role. */
            id: string;
            /** @description Name in English; one language is enough. */
            name_en?: string;
            /** @description Name in French. */
            name_fr?: string;
            /**
             * Format: decimal
             * @description Cost of one day, currency, in `currency`.
             * @example 120000.00
             */
            day_rate_eur?: string;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y0?: number;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y1?: number;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y2?: number;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y3?: number;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y4?: number;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y5?: number;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        RoleBatch: {
            items: components["schemas"]["RoleRow"][];
        };
        /** @description Days of a role that a variant needs. */
        RoleDemand: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description An investment. */
            investment_id: string;
            /** @description One of its variants; core when blank. */
            variant_id?: string;
            /** @description A role. */
            role_id: string;
            /** @description Days needed in a year; none when blank. */
            days_y0?: number;
            /** @description Days needed in a year; none when blank. */
            days_y1?: number;
            /** @description Days needed in a year; none when blank. */
            days_y2?: number;
            /** @description Days needed in a year; none when blank. */
            days_y3?: number;
            /** @description Days needed in a year; none when blank. */
            days_y4?: number;
            /** @description Days needed in a year; none when blank. */
            days_y5?: number;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        RoleDemandBatch: {
            items: components["schemas"]["RoleDemandRow"][];
        };
        /** @description A page of rows, each days of a role that a variant needs. */
        RoleDemandPage: {
            items: components["schemas"]["RoleDemand"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. Days of a role that a variant needs. */
        RoleDemandPatch: {
            /** @description An investment. */
            investment_id?: string;
            /** @description One of its variants; core when blank. */
            variant_id?: string | null;
            /** @description A role. */
            role_id?: string;
            /** @description Days needed in a year; none when blank. */
            days_y0?: number | null;
            /** @description Days needed in a year; none when blank. */
            days_y1?: number | null;
            /** @description Days needed in a year; none when blank. */
            days_y2?: number | null;
            /** @description Days needed in a year; none when blank. */
            days_y3?: number | null;
            /** @description Days needed in a year; none when blank. */
            days_y4?: number | null;
            /** @description Days needed in a year; none when blank. */
            days_y5?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Days of a role that a variant needs. Found by `external_id`, `key` or its key fields. */
        RoleDemandRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description An investment. */
            investment_id?: string;
            /** @description One of its variants; core when blank. */
            variant_id?: string | null;
            /** @description A role. */
            role_id?: string;
            /** @description Days needed in a year; none when blank. */
            days_y0?: number | null;
            /** @description Days needed in a year; none when blank. */
            days_y1?: number | null;
            /** @description Days needed in a year; none when blank. */
            days_y2?: number | null;
            /** @description Days needed in a year; none when blank. */
            days_y3?: number | null;
            /** @description Days needed in a year; none when blank. */
            days_y4?: number | null;
            /** @description Days needed in a year; none when blank. */
            days_y5?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A page of rows, each a kind of work with its capacity. */
        RolePage: {
            items: components["schemas"]["Role"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. A kind of work with its capacity. */
        RolePatch: {
            /** @description Key of the role. */
            id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /**
             * Format: decimal
             * @description Cost of one day, currency, in `currency`.
             * @example 120000.00
             */
            day_rate_eur?: string | null;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y0?: number | null;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y1?: number | null;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y2?: number | null;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y3?: number | null;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y4?: number | null;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y5?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A kind of work with its capacity. Found by `external_id`, `key` or its key fields. */
        RoleRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Key of the role. */
            id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /**
             * Format: decimal
             * @description Cost of one day, currency, in `currency`.
             * @example 120000.00
             */
            day_rate_eur?: string | null;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y0?: number | null;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y1?: number | null;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y2?: number | null;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y3?: number | null;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y4?: number | null;
            /** @description Days available in a quarter (y1q2) or month (y1m05). */
            capacity_days_y5?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A rule about the whole plan. */
        Rule: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Key of the rule. */
            id: string;
            /**
             * @description What the rule states.
             * @enum {string}
             */
            type?: "at_least" | "at_most" | "mandatory_by" | "min_share" | "max_share" | "vendor_max_share" | "sponsor_max" | "exit_exposure_max" | "coverage_floor" | "objective_floor";
            /** @description Name in English; one language is enough. */
            name_en?: string;
            /** @description Name in French. */
            name_fr?: string;
            /** @description Investments or selectors (category:data, department:, vendor:, sponsor:, family:, `*`); coverage_floor: a persona, a moment or `*`; objective_floor: an objective. */
            members?: string[];
            /** @description How many (at_least, at_most, sponsor_max), a share (shares and floors), an amount (exit_exposure_max), a period (mandatory_by). */
            limit?: string;
            /**
             * @description The spending that shares are of; all when blank.
             * @enum {string}
             */
            of?: "all" | "capex" | "opex" | "run";
            /** @description Currency for each unit by which it is broken; it must hold when blank. */
            price?: number;
            /** @description Whether it holds; yes when blank. */
            active?: boolean;
            /** @description Note. */
            note?: string;
            /** @description Note in French. */
            note_fr?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        RuleBatch: {
            items: components["schemas"]["RuleRow"][];
        };
        /**
         * @description What a rule is about; the beginning of its name up to the colon.
         * @enum {string}
         */
        RuleKind: "budget" | "run_rate" | "envelope" | "role" | "one_variant" | "requires" | "excludes" | "at_least_one" | "all_or_none" | "same_start" | "finish_before" | "mandatory" | "rule" | "moment_floor" | "begun" | "not_before" | "changes" | "different" | "floor" | "forced_in" | "forced_out";
        /** @description A rule that the document speaks of. */
        RuleName: {
            /** @description Its name, by which everything else in the document means it: `budget:y0`, `role:R7:y0`, `requires:B19:B26`. */
            rule: string;
            kind: components["schemas"]["RuleKind"];
            /** @description As a reader understands it, a clause without a full stop. */
            name_en: string;
            name_fr: string;
            /** @description Of its amounts. */
            unit: components["schemas"]["RuleUnit"];
            subject: components["schemas"]["RuleSubject"];
        };
        /** @description A page of rows, each a rule about the whole plan. */
        RulePage: {
            items: components["schemas"]["Rule"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. A rule about the whole plan. */
        RulePatch: {
            /** @description Key of the rule. */
            id?: string;
            /**
             * @description What the rule states.
             * @enum {string|null}
             */
            type?: "at_least" | "at_most" | "mandatory_by" | "min_share" | "max_share" | "vendor_max_share" | "sponsor_max" | "exit_exposure_max" | "coverage_floor" | "objective_floor" | null;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /** @description Investments or selectors (category:data, department:, vendor:, sponsor:, family:, `*`); coverage_floor: a persona, a moment or `*`; objective_floor: an objective. */
            members?: string[] | null;
            /** @description How many (at_least, at_most, sponsor_max), a share (shares and floors), an amount (exit_exposure_max), a period (mandatory_by). */
            limit?: string | null;
            /**
             * @description The spending that shares are of; all when blank.
             * @enum {string|null}
             */
            of?: "all" | "capex" | "opex" | "run" | null;
            /** @description Currency for each unit by which it is broken; it must hold when blank. */
            price?: number | null;
            /** @description Whether it holds; yes when blank. */
            active?: boolean | null;
            /** @description Note. */
            note?: string | null;
            /** @description Note in French. */
            note_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description What a change of the rules is worth. */
        RulePrice: {
            /** @description `budget:y0:+10%`, `role:R7:y0:+50`, `without:mandatory:B27`, `without:moment_floor` or `free_transfers`. */
            change: string;
            kind: components["schemas"]["PriceKind"];
            /** @description The rule that is changed; null where many are. */
            rule: string | null;
            more: components["schemas"]["Amount"] | null;
            unit: components["schemas"]["RuleUnit"] | null;
            npv_per_unit: components["schemas"]["Amount"] | null;
            /** @description The change in words. */
            text_en: string;
            text_fr: string;
            /** @description Best plan with the change less best plan. */
            npv: components["schemas"]["Figure"];
            breach: components["schemas"]["Amount"] | null;
            enters: components["schemas"]["Choice"][];
            leaves: components["schemas"]["Choice"][];
        };
        /** @description A rule about the whole plan. Found by `external_id`, `key` or its key fields. */
        RuleRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Key of the rule. */
            id?: string;
            /**
             * @description What the rule states.
             * @enum {string|null}
             */
            type?: "at_least" | "at_most" | "mandatory_by" | "min_share" | "max_share" | "vendor_max_share" | "sponsor_max" | "exit_exposure_max" | "coverage_floor" | "objective_floor" | null;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /** @description Investments or selectors (category:data, department:, vendor:, sponsor:, family:, `*`); coverage_floor: a persona, a moment or `*`; objective_floor: an objective. */
            members?: string[] | null;
            /** @description How many (at_least, at_most, sponsor_max), a share (shares and floors), an amount (exit_exposure_max), a period (mandatory_by). */
            limit?: string | null;
            /**
             * @description The spending that shares are of; all when blank.
             * @enum {string|null}
             */
            of?: "all" | "capex" | "opex" | "run" | null;
            /** @description Currency for each unit by which it is broken; it must hold when blank. */
            price?: number | null;
            /** @description Whether it holds; yes when blank. */
            active?: boolean | null;
            /** @description Note. */
            note?: string | null;
            /** @description Note in French. */
            note_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Which side of its limit a rule allows.
         * @enum {string}
         */
        RuleSide: "at_most" | "at_least";
        /** @description What a rule is about, by identifiers; empty or null where it is about nothing of the kind. */
        RuleSubject: {
            /**
             * @description In the order of the rule: who requires before who is required, who is first before who follows; the members of a
             *     group.
             */
            investments: string[];
            /** @description The variant that is forced in or out; null: any. */
            variant: string | null;
            group: string | null;
            /** @description `y0`, `y1q2` or `y1m05`: the year of a budget, the periods whose money an envelope adds up. */
            periods: string[];
            envelopes: string[];
            role: string | null;
            moment: string | null;
            persona: string | null;
            /** @description `npv`, `coverage`, `objective:O1`, .. of a floor that is asked for. */
            measure: string | null;
            /** @description Identifier in the dossier's table of rules. */
            portfolio_rule: string | null;
            /** @description The vendor or sponsor for whom a rule of that table holds in turn. */
            of: string | null;
        };
        /**
         * @description What amounts of a rule are: `currency` of the dossier (of a rule on shares of spending: the money above or below that share), `days` of people, `share` (a fraction, or a value from 0 to 1), `count` of investments or whether something holds (1 or 0), `points`.
         * @enum {string}
         */
        RuleUnit: "currency" | "days" | "share" | "count" | "points";
        /** @description How a plan stands to one rule; where there is no plan, what the rule asks. */
        RuleUse: {
            /** @description Its name, by which everything else in the document means it: `budget:y0`, `role:R7:y0`, `requires:B19:B26`. */
            rule: string;
            kind: components["schemas"]["RuleKind"];
            /** @description As a reader understands it, a clause without a full stop. */
            name_en: string;
            name_fr: string;
            /** @description Of `used` and `limit`. */
            unit: components["schemas"]["RuleUnit"];
            subject: components["schemas"]["RuleSubject"];
            side: components["schemas"]["RuleSide"];
            used: components["schemas"]["Amount"] | null;
            limit: components["schemas"]["Amount"];
            /** @description Whether it alone forbids a single change which would raise the NPV; false without a plan. */
            binding: boolean;
        };
        Run: components["schemas"]["CheckRun"] | components["schemas"]["AppraiseRun"] | components["schemas"]["ScoreRun"] | components["schemas"]["MapRun"] | components["schemas"]["ChooseRun"] | components["schemas"]["AlternativesRun"] | components["schemas"]["ReplanRun"] | components["schemas"]["ExplainRun"] | components["schemas"]["FrontierRun"] | components["schemas"]["RobustRun"] | components["schemas"]["ScenariosRun"] | components["schemas"]["ReportRun"];
        /** @description Kano satisfaction, -1..=1, weighted by importance. */
        Satisfaction: {
            total: components["schemas"]["BeforeAfter"] | null;
            by_moment: {
                [key: string]: components["schemas"]["BeforeAfter"];
            };
            by_persona: {
                [key: string]: components["schemas"]["BeforeAfter"];
            };
        };
        /** @description A scenario with the NPV of its best plan. */
        ScenarioBest: {
            /** @description Null: the dossier as it was opened. */
            scenario: string | null;
            npv: components["schemas"]["Amount"];
        };
        /** @description One override of one scenario. */
        ScenarioOverride: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Key of the scenario. */
            scenario_id?: string;
            /** @description What is changed: workspace, budget or a table. */
            target?: string;
            /** @description `*`, a year such as y0, a key, a nature, a type or an evidence level. */
            filter?: string;
            /** @description The field that is changed. */
            field?: string;
            /**
             * @description What is done to it.
             * @enum {string}
             */
            operation?: "set" | "mul" | "add";
            /** @description The operand. */
            value?: string;
            /** @description What the scenario supposes. */
            note?: string;
            /** @description The same in French. */
            note_fr?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        ScenarioOverrideBatch: {
            items: components["schemas"]["ScenarioOverrideRow"][];
        };
        /** @description A page of rows, each one override of one scenario. */
        ScenarioOverridePage: {
            items: components["schemas"]["ScenarioOverride"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. One override of one scenario. */
        ScenarioOverridePatch: {
            /** @description Key of the scenario. */
            scenario_id?: string | null;
            /** @description What is changed: workspace, budget or a table. */
            target?: string | null;
            /** @description `*`, a year such as y0, a key, a nature, a type or an evidence level. */
            filter?: string | null;
            /** @description The field that is changed. */
            field?: string | null;
            /**
             * @description What is done to it.
             * @enum {string|null}
             */
            operation?: "set" | "mul" | "add" | null;
            /** @description The operand. */
            value?: string | null;
            /** @description What the scenario supposes. */
            note?: string | null;
            /** @description The same in French. */
            note_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description One override of one scenario. Found by `external_id`, `key` or its key fields. */
        ScenarioOverrideRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Key of the scenario. */
            scenario_id?: string | null;
            /** @description What is changed: workspace, budget or a table. */
            target?: string | null;
            /** @description `*`, a year such as y0, a key, a nature, a type or an evidence level. */
            filter?: string | null;
            /** @description The field that is changed. */
            field?: string | null;
            /**
             * @description What is done to it.
             * @enum {string|null}
             */
            operation?: "set" | "mul" | "add" | null;
            /** @description The operand. */
            value?: string | null;
            /** @description What the scenario supposes. */
            note?: string | null;
            /** @description The same in French. */
            note_fr?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description One scenario with its plan. */
        ScenarioPlan: {
            scenario: string;
            /** @description What it supposes; in one language where the dossier has one. */
            note_en: string;
            note_fr: string;
            plan: components["schemas"]["PlanSummary"] | null;
            /** @description Null where there is a plan, or the proof that there is none. */
            error_en: string | null;
            error_fr: string | null;
        };
        /** @description The result of `scenarios`: the best plan of the dossier as it stands and of each of its scenarios. */
        ScenarioPlans: {
            currency: string;
            /** @description The plan of the dossier as it stands. */
            base: components["schemas"]["PlanSummary"];
            /**
             * @description Whether the run was stopped before its end: scenarios that were not answered by then are missing, and the last plan
             *     may be the best so far only, as its status says.
             */
            is_partial: boolean;
            scenarios: components["schemas"]["ScenarioPlan"][];
        };
        /** @description The best plan in every scenario of the dossier, beside that of the dossier as it is. */
        ScenariosRequest: {
            /**
             * @description Name of a decision model; the dossier's own, else the built-in `reference`, when left out.
             * @example reference
             */
            decision_model?: string | null;
            /**
             * @description Changes tried out in this run only.
             * @default {
             *       "overrides": [],
             *       "budgets": {}
             *     }
             */
            what_if: components["schemas"]["WhatIf"];
            language?: components["schemas"]["Language"] | null;
            /**
             * @description What the plan is to have most of: a measure (`npv`, `objectives`, `coverage`, `coverage:P1`, `freedom`,
             *     `regret`), a blend (`0.7*npv+0.3*coverage`), or one after another with a tolerance (`npv:0.02,coverage`);
             *     `npv` when left out.
             * @example npv:0.02,coverage
             */
            aim?: string | null;
            /**
             * @description How benefits add up.
             * @default full
             */
            value_model: components["schemas"]["ValueModel"];
            starts?: components["schemas"]["Starts"] | null;
            /**
             * @description What must be in the plan or out of it.
             * @default []
             */
            locks: components["schemas"]["Lock"][];
            /**
             * @description Rules that are not to hold, by name or family.
             * @default []
             * @example [
             *       "budget:y0",
             *       "requires:B19:B26"
             *     ]
             */
            without: string[];
            /**
             * @description Least amounts of measures.
             * @default []
             */
            floors: components["schemas"]["LeastOf"][];
            /**
             * @description Scenarios that the plan must hold in too, and that regret is told over.
             * @default []
             * @example [
             *       "S-CHURN"
             *     ]
             */
            also_in: string[];
            /**
             * Format: double
             * @description Stop when no plan can be worth more than this share above the best one: 0.01 is 1 %. 0 asks for proof.
             * @default 0
             * @example 0.01
             */
            gap: number;
            /**
             * Format: double
             * @description Stop each question put to the solver after these seconds, above 0; the answer then depends on the machine.
             * @example 60
             */
            time_limit_seconds?: number | null;
        };
        /** @description A run with its result, which is null until it is there. */
        ScenariosRun: {
            /** @description Its name. */
            id: string;
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description The revision it works on.
             */
            revision: number;
            /**
             * @description What is computed. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "scenarios";
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Whether nothing more will happen to it. */
            is_ended: boolean;
            /** @description Who asked. */
            actor: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string | null;
            /** @description What was asked. */
            request: {
                [key: string]: unknown;
            } | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Hash of everything that its result depends on. */
            fingerprint: string | null;
            fault: components["schemas"]["JobFault"] | null;
            /** @description Media type of its result. */
            result_type: string | null;
            /** @description Whether it was asked to end. */
            cancel_requested: boolean;
            /** @description Whether it was stopped before its end, so that its result is not whole. */
            is_partial: boolean;
            /** @description Where word is sent when it ends. */
            webhook: string | null;
            result: components["schemas"]["ScenarioPlans"] | null;
        };
        /** @description Objective fit, persona impact, moment coverage, profile and evidence of every variant, apart. */
        ScoreRequest: {
            weights?: components["schemas"]["WeightsBy"] | null;
            /**
             * @description The weights of this stakeholder instead of the mean of all.
             * @example CFO
             */
            stakeholder?: string | null;
            /**
             * @description Only this investment: by objective, persona and moment.
             * @example B26
             */
            investment?: string | null;
            /**
             * @description Scenario of the dossier that is put on first; the dossier as it is when left out.
             * @example S-CUT20
             */
            scenario?: string | null;
            /**
             * @description Name of a decision model; the dossier's own, else the built-in `reference`, when left out.
             * @example reference
             */
            decision_model?: string | null;
            /**
             * @description Changes tried out in this run only.
             * @default {
             *       "overrides": [],
             *       "budgets": {}
             *     }
             */
            what_if: components["schemas"]["WhatIf"];
            language?: components["schemas"]["Language"] | null;
        };
        /** @description The result of `score`: five pictures of every variant, each done alone, never added up. */
        ScoreResult: {
            currency: string;
            /** @description Null: the dossier as it stands. */
            scenario: string | null;
            /** @description Name and version. */
            decision_model: string;
            weights: components["schemas"]["WeightSets"];
            options: components["schemas"]["VariantScores"][];
            /** @description SHA-256 of everything the result depends on. */
            fingerprint: string;
        };
        /** @description A run with its result, which is null until it is there. */
        ScoreRun: {
            /** @description Its name. */
            id: string;
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description The revision it works on.
             */
            revision: number;
            /**
             * @description What is computed. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "score";
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Whether nothing more will happen to it. */
            is_ended: boolean;
            /** @description Who asked. */
            actor: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at: string | null;
            /** @description What was asked. */
            request: {
                [key: string]: unknown;
            } | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Hash of everything that its result depends on. */
            fingerprint: string | null;
            fault: components["schemas"]["JobFault"] | null;
            /** @description Media type of its result. */
            result_type: string | null;
            /** @description Whether it was asked to end. */
            cancel_requested: boolean;
            /** @description Whether it was stopped before its end, so that its result is not whole. */
            is_partial: boolean;
            /** @description Where word is sent when it ends. */
            webhook: string | null;
            result: components["schemas"]["ScoreResult"] | null;
        };
        /** @description One sentence in both languages. */
        SentenceView: {
            en: string;
            fr: string;
        };
        /** @description A service level that a persona lives in a channel. */
        ServiceLevel: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description A persona. */
            persona_id: string;
            /** @description A channel. */
            channel_id: string;
            /** @description What is measured, with its unit. */
            metric: string;
            /** @description Level today, in the unit of the metric. */
            current?: number;
            /** @description Level wanted, in the unit of the metric. */
            target?: number;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        ServiceLevelBatch: {
            items: components["schemas"]["ServiceLevelRow"][];
        };
        /** @description A page of rows, each a service level that a persona lives in a channel. */
        ServiceLevelPage: {
            items: components["schemas"]["ServiceLevel"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. A service level that a persona lives in a channel. */
        ServiceLevelPatch: {
            /** @description A persona. */
            persona_id?: string;
            /** @description A channel. */
            channel_id?: string;
            /** @description What is measured, with its unit. */
            metric?: string;
            /** @description Level today, in the unit of the metric. */
            current?: number | null;
            /** @description Level wanted, in the unit of the metric. */
            target?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A service level that a persona lives in a channel. Found by `external_id`, `key` or its key fields. */
        ServiceLevelRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description A persona. */
            persona_id?: string;
            /** @description A channel. */
            channel_id?: string;
            /** @description What is measured, with its unit. */
            metric?: string;
            /** @description Level today, in the unit of the metric. */
            current?: number | null;
            /** @description Level wanted, in the unit of the metric. */
            target?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description The settings of a dossier. What cannot be read is refused; in a bundle, as in files, it is a finding of `check`. */
        Settings: {
            id?: string | null;
            name_en?: string | null;
            name_fr?: string | null;
            /**
             * @description ISO 4217.
             * @example EUR
             */
            currency?: string | null;
            /**
             * @description Calendar year of year 0.
             * @example 2027
             */
            base_year?: unknown;
            /**
             * @description Years after year 0, 1 to 50.
             * @example 5
             */
            horizon_years?: unknown;
            /**
             * @description Per year; 0.09 is 9 %.
             * @example 0.09
             */
            discount_rate?: unknown;
            /**
             * @description Amounts in `currency` by year; a year that is not named is not limited.
             * @example {
             *       "y0": "9200000"
             *     }
             */
            budget_eur?: unknown;
            /** @description Amounts in `currency` by year. */
            run_rate_cap_eur?: unknown;
            /** @description Name of a decision model; `reference` when left out. */
            decision_model?: unknown;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description `error` (the rows cannot be used), `warning` (a doubt), `note`.
         * @enum {string}
         */
        Severity: "error" | "warning" | "note";
        /** @description How the plan was looked for. */
        Solver: {
            /** @description With its version. */
            name: string;
            /** Format: int32 */
            threads: number;
            /** @description Solves until the bound met the plan. */
            rounds: number;
            /**
             * Format: int64
             * @description Branches looked into.
             */
            nodes: number;
            /** Format: int32 */
            seed: number;
            /**
             * Format: double
             * @description Seconds allowed for one solve; null: as many as it takes.
             */
            time_limit: number | null;
            /**
             * Format: double
             * @description Gap at which it was allowed to stop.
             */
            gap_asked: number;
            /** @description Which of two equal plans is taken. */
            tie_rule: string;
        };
        /** @description A stage of the customer's life cycle. */
        StageToday: {
            stage: components["schemas"]["LifeStage"] | null;
            /** @description Empty when nobody described one. */
            moments: string[];
            /** @description Of its moments, a year. */
            money_at_risk: components["schemas"]["Amount"];
        };
        /** @description One stakeholder's points for one objective. */
        StakeholderWeight: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Who judges. */
            stakeholder: string;
            /** @description An objective. */
            objective_id: string;
            /**
             * @description How the points were asked for.
             * @enum {string}
             */
            method: "swing" | "direct" | "rank";
            /** @description Points, or the rank. */
            points?: number;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        StakeholderWeightBatch: {
            items: components["schemas"]["StakeholderWeightRow"][];
        };
        /** @description A page of rows, each one stakeholder's points for one objective. */
        StakeholderWeightPage: {
            items: components["schemas"]["StakeholderWeight"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. One stakeholder's points for one objective. */
        StakeholderWeightPatch: {
            /** @description Who judges. */
            stakeholder?: string;
            /** @description An objective. */
            objective_id?: string;
            /**
             * @description How the points were asked for.
             * @enum {string}
             */
            method?: "swing" | "direct" | "rank";
            /** @description Points, or the rank. */
            points?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description One stakeholder's points for one objective. Found by `external_id`, `key` or its key fields. */
        StakeholderWeightRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Who judges. */
            stakeholder?: string;
            /** @description An objective. */
            objective_id?: string;
            /**
             * @description How the points were asked for.
             * @enum {string}
             */
            method?: "swing" | "direct" | "rank";
            /** @description Points, or the rank. */
            points?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Whether all, some or none of the best plans seen have an investment: `core`, `borderline`, `exterior`.
         * @enum {string}
         */
        Standing: "core" | "borderline" | "exterior";
        /**
         * @description When investments start: `fixed` is the first year each may, `free` chooses the period with the variant.
         * @enum {string}
         */
        Starts: "fixed" | "free";
        /** @description A study that could be run before buying. */
        Study: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description Currency of its amounts, ISO 4217. */
            currency: string;
            /** @description Key of the study. */
            id: string;
            /** @description Name in English; one language is enough. */
            name_en?: string;
            /** @description Name in French. */
            name_fr?: string;
            /** @description How it would be done. */
            method?: string;
            /** @description How many would be asked or observed. */
            sample_size?: number;
            /**
             * Format: decimal
             * @description Cost, currency, in `currency`.
             * @example 120000.00
             */
            cost_eur?: string;
            /** @description Weeks. */
            weeks?: number;
            /** @description Share of the prior variance it removes; a share, 0.1 is 10 %. */
            reliability?: number;
            /** @description Investments whose effects it informs. */
            target_investments?: string[];
            /** @description Whom it asks: a persona, `*`, or employees. */
            persona_id?: string;
            /** @description The moment it speaks of. */
            moment_id?: string;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        StudyBatch: {
            items: components["schemas"]["StudyRow"][];
        };
        /** @description A page of rows, each a study that could be run before buying. */
        StudyPage: {
            items: components["schemas"]["Study"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. A study that could be run before buying. */
        StudyPatch: {
            /** @description Key of the study. */
            id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /** @description How it would be done. */
            method?: string | null;
            /** @description How many would be asked or observed. */
            sample_size?: number | null;
            /**
             * Format: decimal
             * @description Cost, currency, in `currency`.
             * @example 120000.00
             */
            cost_eur?: string | null;
            /** @description Weeks. */
            weeks?: number | null;
            /** @description Share of the prior variance it removes; a share, 0.1 is 10 %. */
            reliability?: number | null;
            /** @description Investments whose effects it informs. */
            target_investments?: string[] | null;
            /** @description Whom it asks: a persona, `*`, or employees. */
            persona_id?: string | null;
            /** @description The moment it speaks of. */
            moment_id?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A study that could be run before buying. Found by `external_id`, `key` or its key fields. */
        StudyRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description Key of the study. */
            id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /** @description How it would be done. */
            method?: string | null;
            /** @description How many would be asked or observed. */
            sample_size?: number | null;
            /**
             * Format: decimal
             * @description Cost, currency, in `currency`.
             * @example 120000.00
             */
            cost_eur?: string | null;
            /** @description Weeks. */
            weeks?: number | null;
            /** @description Share of the prior variance it removes; a share, 0.1 is 10 %. */
            reliability?: number | null;
            /** @description Investments whose effects it informs. */
            target_investments?: string[] | null;
            /** @description Whom it asks: a persona, `*`, or employees. */
            persona_id?: string | null;
            /** @description The moment it speaks of. */
            moment_id?: string | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description What ten swing points of an objective stand for. */
        SwingMeaning: {
            /** Format: double */
            points: number;
            kpi: string;
            unit: string;
            /**
             * Format: double
             * @description In the KPI's unit, on average over its range; negative where the KPI improves by falling.
             */
            kpi_change: number;
            amount_per_year: components["schemas"]["Amount"] | null;
        };
        /** @description An investment that eases problems and leaves every root as it is. */
        SymptomOnly: {
            investment: string;
            eased: components["schemas"]["EasedProblem"][];
        };
        /** @description What changes in one table; rows by their keys. */
        TableChange: {
            table: string;
            added: string[];
            changed: components["schemas"]["ChangedCell"][];
            /** @description In the dossier and not in the file. */
            gone: string[];
            /** @description How many rows stay as they are. */
            same: number;
            /** @description Whether gone rows are taken out. */
            drops_gone: boolean;
        };
        /** @description The Total Economic Impact view: stated figures with risk factors instead of the evidence discount. */
        TeiFigures: {
            /**
             * Format: double
             * @description Fraction added to stated costs.
             */
            cost_risk: number;
            /**
             * Format: double
             * @description Fraction taken from claimed benefits, 0..=1.
             */
            benefit_risk: number;
            pv_cost: components["schemas"]["Amount"];
            pv_benefit: components["schemas"]["Amount"];
            npv: components["schemas"]["Amount"];
            /**
             * Format: double
             * @description Null when nothing is spent.
             */
            roi: number | null;
        };
        /** @description What passes from one thing to another. */
        TraceEdge: {
            /** @description Key of a node, like `to`. */
            from: string;
            to: string;
            kind: components["schemas"]["TracedLink"];
            /**
             * Format: double
             * @description mends: health points. carries: points for one health point, after the evidence discount. lifts: points of the 0..=10
             *     scale. felt: share of the gap closed, below 0 for harm. pays: yearly effect in the lever's unit. serves: change of
             *     the KPI for one unit, null where it is not stated. builds: null.
             */
            weight: number | null;
            /** @description For whom it lifts; null for every other kind. */
            persona: string | null;
            /**
             * Format: double
             * @description Customer-experience points of what is felt; null for every other kind.
             */
            points: number | null;
            pv_benefit: components["schemas"]["Amount"] | null;
            /** @description The benefit line that pays; null for every other kind. */
            line: string | null;
        };
        /** @description A thing that the investment reaches. */
        TraceNode: {
            /** @description Kind and identifier, by which edges mean it: `moment:M10`. */
            key: string;
            kind: components["schemas"]["TracedKind"];
            /** @description In the dossier. */
            id: string;
            name_en: string;
            name_fr: string;
        };
        /**
         * @description What stands in a trace.
         * @enum {string}
         */
        TracedKind: "investment" | "capability" | "node" | "moment" | "persona" | "lever" | "objective";
        /**
         * @description What passes along an edge of a trace: an investment `builds` a capability, `mends` a node, `lifts` a moment and `pays` through a lever; a node `carries` health to nodes and moments; what arrives at a moment is `felt` by a persona; a lever `serves` an objective.
         * @enum {string}
         */
        TracedLink: "builds" | "mends" | "carries" | "lifts" | "felt" | "pays" | "serves";
        /** @description Three judgements that contradict each other. */
        Triad: {
            a: string;
            b: string;
            c: string;
            /** Format: double */
            a_over_b: number;
            /** Format: double */
            b_over_c: number;
            /** Format: double */
            a_over_c: number;
            /**
             * Format: double
             * @description How many times the direct answer and the detour differ; 1 when they agree.
             */
            factor: number;
            /** @description How many triads are as bad, this one included. */
            n_as_bad: number;
        };
        /** @description One change: every `field` of the rows of `target` that answer to `filter`, as in the overrides of a scenario. */
        TriedChange: {
            /**
             * @description What is changed: `workspace`, `budget`, `run_rate_cap`, `cost_lines`, `benefit_lines`, `levers`, `roles`, `personas`,
             *     `moments`, `channels`, `objectives`, `investments`, `envelopes` or `rules`.
             * @example cost_lines
             */
            target: string;
            /**
             * @description `*` for every row, a year such as `y0`, an identifier, a nature, a type or an evidence level, as the target has it.
             * @default *
             * @example licence
             */
            filter: string;
            /**
             * @description The number that is changed.
             * @example amount
             */
            field: string;
            operation: components["schemas"]["TriedOperation"];
            /** @description What the number is set to, multiplied by or raised by, in the unit of the field. */
            operand: components["schemas"]["DecimalText"];
        };
        /**
         * @description What a change does to a number: sets it, multiplies it, or adds to it.
         * @enum {string}
         */
        TriedOperation: "set" | "mul" | "add";
        /** @description A root cause nobody proposes to fix. */
        UnattendedCause: {
            node: string;
            leverage: components["schemas"]["Amount"] | null;
            problems: string[];
            /** @description Investments that reach it only through another node. */
            upstream_candidates: string[];
        };
        /** @description An objective that is not measured. */
        UnmeasuredObjective: {
            objective: string;
            /**
             * Format: double
             * @description Null when nobody weighed it.
             */
            weight: number | null;
            reason: components["schemas"]["UnmeasuredReason"];
        };
        /**
         * @description Why an objective is not measured: `no_measure` (it has no KPI), `no_conversion` (no lever moves its KPI), or its KPI gives no value.
         * @enum {string}
         */
        UnmeasuredReason: "no_measure" | "no_conversion" | "anchors_equal" | "anchors_contradict_direction" | "kpi_not_finite";
        /**
         * @description Why the consistency of pairwise judgements cannot be rated.
         * @enum {string}
         */
        UnratedReason: "incomplete" | "no_random_index" | "not_settled";
        /** @description The weights that the objective fit uses. */
        UsedWeights: {
            source: components["schemas"]["WeightSource"];
            /** @description Null when it is the dossier's or the group's. */
            stakeholder: string | null;
            quality: components["schemas"]["WeightQuality"];
            /** @description Whether the weights should not decide without a second look. */
            is_doubtful: boolean;
            /** @description Members of an AHP group whose own answers are above the accepted ratio. */
            inconsistent_members: string[];
            weights: {
                [key: string]: number;
            };
        };
        /**
         * @description How benefits add up: `full` counts saturation, enablers and synergies; `additive` sums stand-alone cases.
         * @enum {string}
         */
        ValueModel: "full" | "additive";
        /** @description One of several mutually exclusive ways to do an investment. */
        Variant: {
            /** @description The key in its address: its key fields with `~` between them, or a number. */
            key: string;
            /** @description An investment. */
            investment_id: string;
            /** @description Pilot, lite, core, full, .... */
            variant_id: string;
            /** @description Name in English; one language is enough. */
            name_en?: string;
            /** @description Name in French. */
            name_fr?: string;
            /** @description Size of its build lines to the core's; information. */
            build_multiplier?: number;
            /** @description Size of its change lines to the core's; information. */
            change_multiplier?: number;
            /** @description Size of its run lines to the core's; information. */
            run_multiplier?: number;
            /** @description Share of the moment and node effects it delivers; 1 when blank. */
            benefit_multiplier?: number;
            /** @description Size of its role days to the core's; information. */
            role_multiplier?: number;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Rows to put in or to merge with those that are there. */
        VariantBatch: {
            items: components["schemas"]["VariantRow"][];
        };
        /** @description The business case of one variant, done alone. */
        VariantCase: components["schemas"]["CaseMeasures"] & {
            investment: string;
            variant: string;
            name: string;
            /** @description Expected cost of years 0..=horizon. */
            cost: components["schemas"]["Amount"][];
            /** @description Benefit of years 0..=horizon, after the evidence discount. */
            benefit: components["schemas"]["Amount"][];
            pv_cost: components["schemas"]["Amount"];
            pv_benefit: components["schemas"]["Amount"];
            /** @description Present value of benefits less present value of costs. */
            npv: components["schemas"]["Amount"];
            /** @description Before the evidence discount and the expected overrun. */
            npv_unadjusted: components["schemas"]["Amount"];
            tei: components["schemas"]["TeiFigures"];
            cost_lines: components["schemas"]["CostLineCase"][];
            benefit_lines: components["schemas"]["BenefitLineCase"][];
        };
        /** @description What a variant closes of the experience gaps. */
        VariantCoverage: {
            /**
             * Format: double
             * @description 100 x importance-weighted share of the gaps closed.
             */
            cx_points: number;
            /** @description The moments it closes most, at most three. */
            closes_most: components["schemas"]["MomentShare"][];
            /** @description The moments it harms, the worst first. */
            harms: components["schemas"]["MomentShare"][];
            /** @description Every moment it moves. */
            by_moment: {
                [key: string]: number;
            };
        };
        /** @description What the promises of a variant rest on. */
        VariantEvidence: {
            weakest: components["schemas"]["EvidenceLevel"] | null;
            /**
             * Format: double
             * @description Kept over claimed present value of gains; null without gains.
             */
            kept_share: number | null;
            pv_claimed: components["schemas"]["Amount"];
            pv_kept: components["schemas"]["Amount"];
            /** @description Harms are never discounted; kept + harms is the PV of benefits. */
            pv_harms: components["schemas"]["Amount"];
            /** @description Share of the kept gains by level. */
            by_level: {
                [key: string]: number;
            };
        };
        /** @description A page of rows, each one of several mutually exclusive ways to do an investment. */
        VariantPage: {
            items: components["schemas"]["Variant"][];
            /** @description What `cursor` takes to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description Items on all pages.
             */
            total: number;
            /**
             * Format: int64
             * @description The revision of the dossier that all pages are of.
             */
            revision: number;
        };
        /** @description What changes of it; null takes away. One of several mutually exclusive ways to do an investment. */
        VariantPatch: {
            /** @description An investment. */
            investment_id?: string;
            /** @description Pilot, lite, core, full, .... */
            variant_id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /** @description Size of its build lines to the core's; information. */
            build_multiplier?: number | null;
            /** @description Size of its change lines to the core's; information. */
            change_multiplier?: number | null;
            /** @description Size of its run lines to the core's; information. */
            run_multiplier?: number | null;
            /** @description Share of the moment and node effects it delivers; 1 when blank. */
            benefit_multiplier?: number | null;
            /** @description Size of its role days to the core's; information. */
            role_multiplier?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Customer-obsession profile of a variant, 0..=10; null where nothing is stated. */
        VariantProfile: {
            /** Format: double */
            agility: number | null;
            /** Format: double */
            flexibility: number | null;
            /** Format: double */
            globality: number | null;
            /** Format: double */
            intelligence: number | null;
            /** Format: double */
            mean: number | null;
            /**
             * Format: double
             * @description From portability, contract length and exit cost, to be held against the stated flexibility.
             */
            computed_flexibility: number | null;
            exit_exposure: components["schemas"]["ExitExposure"] | null;
        };
        /** @description One of several mutually exclusive ways to do an investment. Found by `external_id`, `key` or its key fields. */
        VariantRow: {
            /** @description The key of a row that is there. */
            key?: string;
            /** @description An investment. */
            investment_id?: string;
            /** @description Pilot, lite, core, full, .... */
            variant_id?: string;
            /** @description Name in English; one language is enough. */
            name_en?: string | null;
            /** @description Name in French. */
            name_fr?: string | null;
            /** @description Size of its build lines to the core's; information. */
            build_multiplier?: number | null;
            /** @description Size of its change lines to the core's; information. */
            change_multiplier?: number | null;
            /** @description Size of its run lines to the core's; information. */
            run_multiplier?: number | null;
            /** @description Share of the moment and node effects it delivers; 1 when blank. */
            benefit_multiplier?: number | null;
            /** @description Size of its role days to the core's; information. */
            role_multiplier?: number | null;
            /** @description The key of the row in another tool; no two rows of a table have the same. */
            external_id?: string | null;
            /** @description Fields that no column knows, kept as they came. */
            extensions?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description The five pictures of one variant. */
        VariantScores: {
            investment: string;
            variant: string;
            name: string;
            npv: components["schemas"]["Amount"] | null;
            objective_fit: components["schemas"]["ObjectiveFit"] | null;
            persona_impact: components["schemas"]["PersonaImpact"];
            coverage: components["schemas"]["VariantCoverage"];
            profile: components["schemas"]["VariantProfile"];
            evidence: components["schemas"]["VariantEvidence"] | null;
        };
        /** @description One variant of an investment, forced in; null when no plan has it. */
        VariantStanding: {
            variant: string;
            npv_in: components["schemas"]["Amount"] | null;
            own_npv: components["schemas"]["Amount"] | null;
            break_even_npv: components["schemas"]["Figure"] | null;
        };
        /**
         * @description By the sign of the net value as expected today: `justified`, `justified_if` (a named change within reach turns it), `not_justified_now`, `undetermined`.
         * @enum {string}
         */
        Verdict: "justified" | "justified_if" | "not_justified_now" | "undetermined";
        /** @description What would turn the net value of an investment round; keys that its kind does not have are null. */
        VerdictChange: {
            kind: components["schemas"]["ChangeKind"];
            /** @description Of effect, cost, delay and evidence. */
            variant: string | null;
            /**
             * Format: double
             * @description Of gains, costs or budgets.
             */
            factor: number | null;
            /** @description The companion. */
            investment: string | null;
            /** @description The later start. */
            start: string | null;
            level: components["schemas"]["EvidenceLevel"] | null;
            /** @description Of budgets: with still more money it leaves again. */
            leaves_again: boolean | null;
            amount: components["schemas"]["Amount"] | null;
            /** @description Whether somebody may reasonably count on it. */
            in_reach: boolean;
        };
        /**
         * @description What the verdict rests on: `net_value`, `compulsory` (every plan has it), `impossible` (no plan has it), `withheld` (amounts are), `nothing_stated` (neither costs nor benefits), `not_proven` (a limit came first), `strategy_incomplete` (too few readiness gates), `stopped` (the work was, before all was asked).
         * @enum {string}
         */
        VerdictReason: "net_value" | "compulsory" | "impossible" | "withheld" | "nothing_stated" | "not_proven" | "strategy_incomplete" | "stopped";
        /**
         * @description Where a node stands: `front` (seen by customers), `back` (below the line of visibility), `behind` (the scenes).
         * @enum {string}
         */
        Visibility: "front" | "back" | "behind";
        /** @description The nodes at one side of the line of visibility. */
        VisibilitySide: {
            /**
             * Format: double
             * @description Of all positive leverage.
             */
            leverage_share: number;
            nodes: string[];
        };
        /** @description With what webhooks are signed. */
        WebhookSecret: {
            /** @description The key of the HMAC. */
            secret: string;
        };
        /**
         * @description How stakeholders were asked: swing points, points, an order, or pairwise judgements (`ahp`).
         * @enum {string}
         */
        WeightMethod: "swing" | "direct" | "rank" | "ahp";
        /**
         * @description What the answers behind the weights are worth: over the ranges of the KPIs, blind to them, an order only, or pairwise judgements by their consistency.
         * @enum {string}
         */
        WeightQuality: "over_ranges" | "range_blind" | "order_only" | "consistent" | "inconsistent" | "consistency_unknown";
        /** @description Every set of weights of a dossier; weights are by objective and add up to 1. */
        WeightSets: {
            used: components["schemas"]["UsedWeights"] | null;
            /** @description From the swing points in the table of objectives; null when there are none. */
            dossier: {
                [key: string]: number;
            } | null;
            /** @description What ten of these swing points stand for, by objective with a KPI range. */
            meaning: {
                [key: string]: components["schemas"]["SwingMeaning"];
            };
            /** @description By stakeholder. */
            swing: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** @description By stakeholder. */
            direct: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** @description Rank-order centroid, by stakeholder. */
            rank: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            group: components["schemas"]["GroupWeights"] | null;
            direct_group: components["schemas"]["GroupWeights"] | null;
            rank_group: components["schemas"]["GroupWeights"] | null;
            /** @description Pairwise judgements by stakeholder. */
            ahp: {
                [key: string]: components["schemas"]["AhpWeights"];
            };
            ahp_group: components["schemas"]["AhpGroupWeights"] | null;
            /** @description Answers that give no weights. */
            refused: components["schemas"]["RefusedAnswers"][];
        };
        /**
         * @description Where weights come from: the table of objectives (`dossier`) or a way of asking stakeholders.
         * @enum {string}
         */
        WeightSource: "dossier" | "swing" | "direct" | "rank" | "ahp";
        /**
         * @description How the weights of the objectives were asked for.
         * @enum {string}
         */
        WeightsBy: "swing" | "direct" | "rank" | "ahp";
        /** @description Changes that are tried out on the dossier in this run only, after the scenario; the dossier itself stays as it is. */
        WhatIf: {
            /**
             * @description Changes one after another, each on what the earlier ones left. One that cannot be made is an error.
             * @default []
             */
            overrides: components["schemas"]["TriedChange"][];
            /**
             * @description Budget by year in the dossier's currency, by year (`y0`, `y1`, ..), set after the overrides.
             * @default {}
             * @example {
             *       "y0": "9200000",
             *       "y1": "6000000"
             *     }
             */
            budgets: {
                [key: string]: components["schemas"]["DecimalText"];
            };
        };
        /** @description What was written. */
        Written: {
            /** @description Name of the dossier. */
            dossier: string;
            /**
             * Format: int64
             * @description Its revision now.
             */
            revision: number;
            items: components["schemas"]["PlacedItem"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Accounting = components['schemas']['Accounting'];
export type AdmittedBy = components['schemas']['AdmittedBy'];
export type AdmittedWeights = components['schemas']['AdmittedWeights'];
export type Agreement = components['schemas']['Agreement'];
export type AhpGroupWeights = components['schemas']['AhpGroupWeights'];
export type AhpPair = components['schemas']['AhpPair'];
export type AhpPairBatch = components['schemas']['AhpPairBatch'];
export type AhpPairPage = components['schemas']['AhpPairPage'];
export type AhpPairPatch = components['schemas']['AhpPairPatch'];
export type AhpPairRow = components['schemas']['AhpPairRow'];
export type AhpSolution = components['schemas']['AhpSolution'];
export type AhpWeights = components['schemas']['AhpWeights'];
export type AlternativesRequest = components['schemas']['AlternativesRequest'];
export type AlternativesRun = components['schemas']['AlternativesRun'];
export type Amount = components['schemas']['Amount'];
export type AnsweredQuestion = components['schemas']['AnsweredQuestion'];
export type AppraisalResult = components['schemas']['AppraisalResult'];
export type AppraiseRequest = components['schemas']['AppraiseRequest'];
export type AppraiseRun = components['schemas']['AppraiseRun'];
export type AuditEvent = components['schemas']['AuditEvent'];
export type AuditPage = components['schemas']['AuditPage'];
export type BackstagePath = components['schemas']['BackstagePath'];
export type Batch = components['schemas']['Batch'];
export type BeforeAfter = components['schemas']['BeforeAfter'];
export type BenefitLine = components['schemas']['BenefitLine'];
export type BenefitLineBatch = components['schemas']['BenefitLineBatch'];
export type BenefitLineCase = components['schemas']['BenefitLineCase'];
export type BenefitLinePage = components['schemas']['BenefitLinePage'];
export type BenefitLinePatch = components['schemas']['BenefitLinePatch'];
export type BenefitLineRow = components['schemas']['BenefitLineRow'];
export type BrokenRule = components['schemas']['BrokenRule'];
export type Bundle = components['schemas']['Bundle'];
export type Capability = components['schemas']['Capability'];
export type CapabilityBatch = components['schemas']['CapabilityBatch'];
export type CapabilityChange = components['schemas']['CapabilityChange'];
export type CapabilityPage = components['schemas']['CapabilityPage'];
export type CapabilityPatch = components['schemas']['CapabilityPatch'];
export type CapabilityRow = components['schemas']['CapabilityRow'];
export type CaseMeasures = components['schemas']['CaseMeasures'];
export type CauseCompleteness = components['schemas']['CauseCompleteness'];
export type CellAtRisk = components['schemas']['CellAtRisk'];
export type ChangeKind = components['schemas']['ChangeKind'];
export type ChangeView = components['schemas']['ChangeView'];
export type ChangedCell = components['schemas']['ChangedCell'];
export type Channel = components['schemas']['Channel'];
export type ChannelBatch = components['schemas']['ChannelBatch'];
export type ChannelPage = components['schemas']['ChannelPage'];
export type ChannelPatch = components['schemas']['ChannelPatch'];
export type ChannelRow = components['schemas']['ChannelRow'];
export type ChannelSwitch = components['schemas']['ChannelSwitch'];
export type ChannelSwitchBatch = components['schemas']['ChannelSwitchBatch'];
export type ChannelSwitchPage = components['schemas']['ChannelSwitchPage'];
export type ChannelSwitchPatch = components['schemas']['ChannelSwitchPatch'];
export type ChannelSwitchRow = components['schemas']['ChannelSwitchRow'];
export type CheckRequest = components['schemas']['CheckRequest'];
export type CheckResult = components['schemas']['CheckResult'];
export type CheckRun = components['schemas']['CheckRun'];
export type Choice = components['schemas']['Choice'];
export type ChoiceName = components['schemas']['ChoiceName'];
export type ChooseRequest = components['schemas']['ChooseRequest'];
export type ChooseRun = components['schemas']['ChooseRun'];
export type Chooser = components['schemas']['Chooser'];
export type Comparison = components['schemas']['Comparison'];
export type CostLine = components['schemas']['CostLine'];
export type CostLineBatch = components['schemas']['CostLineBatch'];
export type CostLineCase = components['schemas']['CostLineCase'];
export type CostLinePage = components['schemas']['CostLinePage'];
export type CostLinePatch = components['schemas']['CostLinePatch'];
export type CostLineRow = components['schemas']['CostLineRow'];
export type CostNature = components['schemas']['CostNature'];
export type Criterion = components['schemas']['Criterion'];
export type DecimalText = components['schemas']['DecimalText'];
export type DecisionModel = components['schemas']['DecisionModel'];
export type DecisionModelEntry = components['schemas']['DecisionModelEntry'];
export type DecisionModelList = components['schemas']['DecisionModelList'];
export type Dependency = components['schemas']['Dependency'];
export type DependencyBatch = components['schemas']['DependencyBatch'];
export type DependencyPage = components['schemas']['DependencyPage'];
export type DependencyPatch = components['schemas']['DependencyPatch'];
export type DependencyRow = components['schemas']['DependencyRow'];
export type Difference = components['schemas']['Difference'];
export type DifferenceView = components['schemas']['DifferenceView'];
export type Dispersion = components['schemas']['Dispersion'];
export type Dossier = components['schemas']['Dossier'];
export type DossierList = components['schemas']['DossierList'];
export type DrawnPlan = components['schemas']['DrawnPlan'];
export type EasedProblem = components['schemas']['EasedProblem'];
export type EcosystemEdge = components['schemas']['EcosystemEdge'];
export type EcosystemEdgeBatch = components['schemas']['EcosystemEdgeBatch'];
export type EcosystemEdgePage = components['schemas']['EcosystemEdgePage'];
export type EcosystemEdgePatch = components['schemas']['EcosystemEdgePatch'];
export type EcosystemEdgeRow = components['schemas']['EcosystemEdgeRow'];
export type EcosystemMap = components['schemas']['EcosystemMap'];
export type EcosystemNode = components['schemas']['EcosystemNode'];
export type EcosystemNodeBatch = components['schemas']['EcosystemNodeBatch'];
export type EcosystemNodePage = components['schemas']['EcosystemNodePage'];
export type EcosystemNodePatch = components['schemas']['EcosystemNodePatch'];
export type EcosystemNodeRow = components['schemas']['EcosystemNodeRow'];
export type EcosystemPath = components['schemas']['EcosystemPath'];
export type Envelope = components['schemas']['Envelope'];
export type EnvelopeBatch = components['schemas']['EnvelopeBatch'];
export type EnvelopePage = components['schemas']['EnvelopePage'];
export type EnvelopePatch = components['schemas']['EnvelopePatch'];
export type EnvelopeRow = components['schemas']['EnvelopeRow'];
export type EvidenceItem = components['schemas']['EvidenceItem'];
export type EvidenceItemBatch = components['schemas']['EvidenceItemBatch'];
export type EvidenceItemPage = components['schemas']['EvidenceItemPage'];
export type EvidenceItemPatch = components['schemas']['EvidenceItemPatch'];
export type EvidenceItemRow = components['schemas']['EvidenceItemRow'];
export type EvidenceLevel = components['schemas']['EvidenceLevel'];
export type ExactDecimal = components['schemas']['ExactDecimal'];
export type ExitExposure = components['schemas']['ExitExposure'];
export type ExperienceCell = components['schemas']['ExperienceCell'];
export type ExplainRequest = components['schemas']['ExplainRequest'];
export type ExplainRun = components['schemas']['ExplainRun'];
export type ExplainedInvestment = components['schemas']['ExplainedInvestment'];
export type Figure = components['schemas']['Figure'];
export type Finding = components['schemas']['Finding'];
export type Frontier = components['schemas']['Frontier'];
export type FrontierPoint = components['schemas']['FrontierPoint'];
export type FrontierRequest = components['schemas']['FrontierRequest'];
export type FrontierRun = components['schemas']['FrontierRun'];
export type FundedInvestment = components['schemas']['FundedInvestment'];
export type Gate = components['schemas']['Gate'];
export type Grant = components['schemas']['Grant'];
export type GrantList = components['schemas']['GrantList'];
export type GrantRequest = components['schemas']['GrantRequest'];
export type GroupWeights = components['schemas']['GroupWeights'];
export type Health = components['schemas']['Health'];
export type Import = components['schemas']['Import'];
export type ImportAcceptance = components['schemas']['ImportAcceptance'];
export type ImportEnding = components['schemas']['ImportEnding'];
export type ImportForm = components['schemas']['ImportForm'];
export type ImportResult = components['schemas']['ImportResult'];
export type ImportTotal = components['schemas']['ImportTotal'];
export type ImportedColumn = components['schemas']['ImportedColumn'];
export type ImportedSheet = components['schemas']['ImportedSheet'];
export type Interplay = components['schemas']['Interplay'];
export type Investment = components['schemas']['Investment'];
export type InvestmentBatch = components['schemas']['InvestmentBatch'];
export type InvestmentCriterionValues = components['schemas']['InvestmentCriterionValues'];
export type InvestmentCriterionValuesBatch = components['schemas']['InvestmentCriterionValuesBatch'];
export type InvestmentCriterionValuesPage = components['schemas']['InvestmentCriterionValuesPage'];
export type InvestmentCriterionValuesPatch = components['schemas']['InvestmentCriterionValuesPatch'];
export type InvestmentCriterionValuesRow = components['schemas']['InvestmentCriterionValuesRow'];
export type InvestmentPage = components['schemas']['InvestmentPage'];
export type InvestmentPatch = components['schemas']['InvestmentPatch'];
export type InvestmentRow = components['schemas']['InvestmentRow'];
export type InvestmentTrace = components['schemas']['InvestmentTrace'];
export type ItemVersion = components['schemas']['ItemVersion'];
export type Job = components['schemas']['Job'];
export type JobEvent = components['schemas']['JobEvent'];
export type JobFault = components['schemas']['JobFault'];
export type JobPage = components['schemas']['JobPage'];
export type Journey = components['schemas']['Journey'];
export type JourneyBatch = components['schemas']['JourneyBatch'];
export type JourneyChange = components['schemas']['JourneyChange'];
export type JourneyFragmentation = components['schemas']['JourneyFragmentation'];
export type JourneyPage = components['schemas']['JourneyPage'];
export type JourneyPatch = components['schemas']['JourneyPatch'];
export type JourneyRow = components['schemas']['JourneyRow'];
export type JourneyToday = components['schemas']['JourneyToday'];
export type JudgementRevision = components['schemas']['JudgementRevision'];
export type KanoClass = components['schemas']['KanoClass'];
export type KanoFigures = components['schemas']['KanoFigures'];
export type Key = components['schemas']['Key'];
export type KeyExchangeRequest = components['schemas']['KeyExchangeRequest'];
export type KeyList = components['schemas']['KeyList'];
export type KeyMade = components['schemas']['KeyMade'];
export type KeyRequest = components['schemas']['KeyRequest'];
export type Language = components['schemas']['Language'];
export type LeastOf = components['schemas']['LeastOf'];
export type Leaver = components['schemas']['Leaver'];
export type LeftOut = components['schemas']['LeftOut'];
export type Lever = components['schemas']['Lever'];
export type LeverBatch = components['schemas']['LeverBatch'];
export type LeverMovement = components['schemas']['LeverMovement'];
export type LeverPage = components['schemas']['LeverPage'];
export type LeverPatch = components['schemas']['LeverPatch'];
export type LeverRow = components['schemas']['LeverRow'];
export type LifeStage = components['schemas']['LifeStage'];
export type LinkEdge = components['schemas']['LinkEdge'];
export type ListedPlan = components['schemas']['ListedPlan'];
export type Lock = components['schemas']['Lock'];
export type MapMoment = components['schemas']['MapMoment'];
export type MapNode = components['schemas']['MapNode'];
export type MapRequest = components['schemas']['MapRequest'];
export type MapRun = components['schemas']['MapRun'];
export type MappingOrigin = components['schemas']['MappingOrigin'];
export type MeasuredObjective = components['schemas']['MeasuredObjective'];
export type MissingCase = components['schemas']['MissingCase'];
export type MissingReason = components['schemas']['MissingReason'];
export type ModifiedRateAnswer = components['schemas']['ModifiedRateAnswer'];
export type Moment = components['schemas']['Moment'];
export type MomentBatch = components['schemas']['MomentBatch'];
export type MomentCandidate = components['schemas']['MomentCandidate'];
export type MomentEffect = components['schemas']['MomentEffect'];
export type MomentEffectBatch = components['schemas']['MomentEffectBatch'];
export type MomentEffectPage = components['schemas']['MomentEffectPage'];
export type MomentEffectPatch = components['schemas']['MomentEffectPatch'];
export type MomentEffectRow = components['schemas']['MomentEffectRow'];
export type MomentEvidence = components['schemas']['MomentEvidence'];
export type MomentImportance = components['schemas']['MomentImportance'];
export type MomentImportanceBatch = components['schemas']['MomentImportanceBatch'];
export type MomentImportancePage = components['schemas']['MomentImportancePage'];
export type MomentImportancePatch = components['schemas']['MomentImportancePatch'];
export type MomentImportanceRow = components['schemas']['MomentImportanceRow'];
export type MomentPage = components['schemas']['MomentPage'];
export type MomentPatch = components['schemas']['MomentPatch'];
export type MomentPrice = components['schemas']['MomentPrice'];
export type MomentProblem = components['schemas']['MomentProblem'];
export type MomentRow = components['schemas']['MomentRow'];
export type MomentShare = components['schemas']['MomentShare'];
export type MoneyAtRisk = components['schemas']['MoneyAtRisk'];
export type MoneyAtRiskChange = components['schemas']['MoneyAtRiskChange'];
export type MoveView = components['schemas']['MoveView'];
export type NetPresentValueAnswer = components['schemas']['NetPresentValueAnswer'];
export type NoRateReason = components['schemas']['NoRateReason'];
export type NodeEffect = components['schemas']['NodeEffect'];
export type NodeEffectBatch = components['schemas']['NodeEffectBatch'];
export type NodeEffectPage = components['schemas']['NodeEffectPage'];
export type NodeEffectPatch = components['schemas']['NodeEffectPatch'];
export type NodeEffectRow = components['schemas']['NodeEffectRow'];
export type NodeExtreme = components['schemas']['NodeExtreme'];
export type NodeKind = components['schemas']['NodeKind'];
export type NodeLeverage = components['schemas']['NodeLeverage'];
export type NodeLink = components['schemas']['NodeLink'];
export type Objective = components['schemas']['Objective'];
export type ObjectiveBatch = components['schemas']['ObjectiveBatch'];
export type ObjectiveFit = components['schemas']['ObjectiveFit'];
export type ObjectivePage = components['schemas']['ObjectivePage'];
export type ObjectivePatch = components['schemas']['ObjectivePatch'];
export type ObjectiveRow = components['schemas']['ObjectiveRow'];
export type ObsessionProfile = components['schemas']['ObsessionProfile'];
export type OverallChurn = components['schemas']['OverallChurn'];
export type PathStep = components['schemas']['PathStep'];
export type Payback = components['schemas']['Payback'];
export type PaybackAnswer = components['schemas']['PaybackAnswer'];
export type Persona = components['schemas']['Persona'];
export type PersonaAtMoment = components['schemas']['PersonaAtMoment'];
export type PersonaBatch = components['schemas']['PersonaBatch'];
export type PersonaChurn = components['schemas']['PersonaChurn'];
export type PersonaCriterion = components['schemas']['PersonaCriterion'];
export type PersonaCriterionBatch = components['schemas']['PersonaCriterionBatch'];
export type PersonaCriterionPage = components['schemas']['PersonaCriterionPage'];
export type PersonaCriterionPatch = components['schemas']['PersonaCriterionPatch'];
export type PersonaCriterionRow = components['schemas']['PersonaCriterionRow'];
export type PersonaFigure = components['schemas']['PersonaFigure'];
export type PersonaImpact = components['schemas']['PersonaImpact'];
export type PersonaPage = components['schemas']['PersonaPage'];
export type PersonaPatch = components['schemas']['PersonaPatch'];
export type PersonaRow = components['schemas']['PersonaRow'];
export type PlacedItem = components['schemas']['PlacedItem'];
export type PlacedView = components['schemas']['PlacedView'];
export type Plan = components['schemas']['Plan'];
export type PlanChoice = components['schemas']['PlanChoice'];
export type PlanExplanation = components['schemas']['PlanExplanation'];
export type PlanList = components['schemas']['PlanList'];
export type PlanListKind = components['schemas']['PlanListKind'];
export type PlanRegret = components['schemas']['PlanRegret'];
export type PlanStatus = components['schemas']['PlanStatus'];
export type PlanSummary = components['schemas']['PlanSummary'];
export type PlanSwitch = components['schemas']['PlanSwitch'];
export type PlanValueModel = components['schemas']['PlanValueModel'];
export type PlannedChoice = components['schemas']['PlannedChoice'];
export type PriceKind = components['schemas']['PriceKind'];
export type Problem = components['schemas']['Problem'];
export type ProblemBatch = components['schemas']['ProblemBatch'];
export type ProblemDetails = components['schemas']['ProblemDetails'];
export type ProblemFault = components['schemas']['ProblemFault'];
export type ProblemPage = components['schemas']['ProblemPage'];
export type ProblemPatch = components['schemas']['ProblemPatch'];
export type ProblemRow = components['schemas']['ProblemRow'];
export type Progress = components['schemas']['Progress'];
export type Question = components['schemas']['Question'];
export type QuestionBatch = components['schemas']['QuestionBatch'];
export type QuestionPage = components['schemas']['QuestionPage'];
export type QuestionPatch = components['schemas']['QuestionPatch'];
export type QuestionRow = components['schemas']['QuestionRow'];
export type RatesOfReturn = components['schemas']['RatesOfReturn'];
export type RatesOfReturnAnswer = components['schemas']['RatesOfReturnAnswer'];
export type ReachedMoment = components['schemas']['ReachedMoment'];
export type RefusedAnswers = components['schemas']['RefusedAnswers'];
export type RefusedReason = components['schemas']['RefusedReason'];
export type RegretCell = components['schemas']['RegretCell'];
export type RegretRow = components['schemas']['RegretRow'];
export type RegretTable = components['schemas']['RegretTable'];
export type Repair = components['schemas']['Repair'];
export type RepairMove = components['schemas']['RepairMove'];
export type RepairStep = components['schemas']['RepairStep'];
export type ReplanRequest = components['schemas']['ReplanRequest'];
export type ReplanRun = components['schemas']['ReplanRun'];
export type ReportRequest = components['schemas']['ReportRequest'];
export type ReportRun = components['schemas']['ReportRun'];
export type Revision = components['schemas']['Revision'];
export type RevisionPage = components['schemas']['RevisionPage'];
export type RevisionWithChanges = components['schemas']['RevisionWithChanges'];
export type Risk = components['schemas']['Risk'];
export type RiskBatch = components['schemas']['RiskBatch'];
export type RiskPage = components['schemas']['RiskPage'];
export type RiskPatch = components['schemas']['RiskPatch'];
export type RiskRow = components['schemas']['RiskRow'];
export type RobustChoice = components['schemas']['RobustChoice'];
export type RobustInvestment = components['schemas']['RobustInvestment'];
export type RobustPlan = components['schemas']['RobustPlan'];
export type RobustRequest = components['schemas']['RobustRequest'];
export type RobustRun = components['schemas']['RobustRun'];
export type Role = components['schemas']['Role'];
export type RoleBatch = components['schemas']['RoleBatch'];
export type RoleDemand = components['schemas']['RoleDemand'];
export type RoleDemandBatch = components['schemas']['RoleDemandBatch'];
export type RoleDemandPage = components['schemas']['RoleDemandPage'];
export type RoleDemandPatch = components['schemas']['RoleDemandPatch'];
export type RoleDemandRow = components['schemas']['RoleDemandRow'];
export type RolePage = components['schemas']['RolePage'];
export type RolePatch = components['schemas']['RolePatch'];
export type RoleRow = components['schemas']['RoleRow'];
export type Rule = components['schemas']['Rule'];
export type RuleBatch = components['schemas']['RuleBatch'];
export type RuleKind = components['schemas']['RuleKind'];
export type RuleName = components['schemas']['RuleName'];
export type RulePage = components['schemas']['RulePage'];
export type RulePatch = components['schemas']['RulePatch'];
export type RulePrice = components['schemas']['RulePrice'];
export type RuleRow = components['schemas']['RuleRow'];
export type RuleSide = components['schemas']['RuleSide'];
export type RuleSubject = components['schemas']['RuleSubject'];
export type RuleUnit = components['schemas']['RuleUnit'];
export type RuleUse = components['schemas']['RuleUse'];
export type Run = components['schemas']['Run'];
export type Satisfaction = components['schemas']['Satisfaction'];
export type ScenarioBest = components['schemas']['ScenarioBest'];
export type ScenarioOverride = components['schemas']['ScenarioOverride'];
export type ScenarioOverrideBatch = components['schemas']['ScenarioOverrideBatch'];
export type ScenarioOverridePage = components['schemas']['ScenarioOverridePage'];
export type ScenarioOverridePatch = components['schemas']['ScenarioOverridePatch'];
export type ScenarioOverrideRow = components['schemas']['ScenarioOverrideRow'];
export type ScenarioPlan = components['schemas']['ScenarioPlan'];
export type ScenarioPlans = components['schemas']['ScenarioPlans'];
export type ScenariosRequest = components['schemas']['ScenariosRequest'];
export type ScenariosRun = components['schemas']['ScenariosRun'];
export type ScoreRequest = components['schemas']['ScoreRequest'];
export type ScoreResult = components['schemas']['ScoreResult'];
export type ScoreRun = components['schemas']['ScoreRun'];
export type SentenceView = components['schemas']['SentenceView'];
export type ServiceLevel = components['schemas']['ServiceLevel'];
export type ServiceLevelBatch = components['schemas']['ServiceLevelBatch'];
export type ServiceLevelPage = components['schemas']['ServiceLevelPage'];
export type ServiceLevelPatch = components['schemas']['ServiceLevelPatch'];
export type ServiceLevelRow = components['schemas']['ServiceLevelRow'];
export type Settings = components['schemas']['Settings'];
export type Severity = components['schemas']['Severity'];
export type Solver = components['schemas']['Solver'];
export type StageToday = components['schemas']['StageToday'];
export type StakeholderWeight = components['schemas']['StakeholderWeight'];
export type StakeholderWeightBatch = components['schemas']['StakeholderWeightBatch'];
export type StakeholderWeightPage = components['schemas']['StakeholderWeightPage'];
export type StakeholderWeightPatch = components['schemas']['StakeholderWeightPatch'];
export type StakeholderWeightRow = components['schemas']['StakeholderWeightRow'];
export type Standing = components['schemas']['Standing'];
export type Starts = components['schemas']['Starts'];
export type Study = components['schemas']['Study'];
export type StudyBatch = components['schemas']['StudyBatch'];
export type StudyPage = components['schemas']['StudyPage'];
export type StudyPatch = components['schemas']['StudyPatch'];
export type StudyRow = components['schemas']['StudyRow'];
export type SwingMeaning = components['schemas']['SwingMeaning'];
export type SymptomOnly = components['schemas']['SymptomOnly'];
export type TableChange = components['schemas']['TableChange'];
export type TeiFigures = components['schemas']['TeiFigures'];
export type TraceEdge = components['schemas']['TraceEdge'];
export type TraceNode = components['schemas']['TraceNode'];
export type TracedKind = components['schemas']['TracedKind'];
export type TracedLink = components['schemas']['TracedLink'];
export type Triad = components['schemas']['Triad'];
export type TriedChange = components['schemas']['TriedChange'];
export type TriedOperation = components['schemas']['TriedOperation'];
export type UnattendedCause = components['schemas']['UnattendedCause'];
export type UnmeasuredObjective = components['schemas']['UnmeasuredObjective'];
export type UnmeasuredReason = components['schemas']['UnmeasuredReason'];
export type UnratedReason = components['schemas']['UnratedReason'];
export type UsedWeights = components['schemas']['UsedWeights'];
export type ValueModel = components['schemas']['ValueModel'];
export type Variant = components['schemas']['Variant'];
export type VariantBatch = components['schemas']['VariantBatch'];
export type VariantCase = components['schemas']['VariantCase'];
export type VariantCoverage = components['schemas']['VariantCoverage'];
export type VariantEvidence = components['schemas']['VariantEvidence'];
export type VariantPage = components['schemas']['VariantPage'];
export type VariantPatch = components['schemas']['VariantPatch'];
export type VariantProfile = components['schemas']['VariantProfile'];
export type VariantRow = components['schemas']['VariantRow'];
export type VariantScores = components['schemas']['VariantScores'];
export type VariantStanding = components['schemas']['VariantStanding'];
export type Verdict = components['schemas']['Verdict'];
export type VerdictChange = components['schemas']['VerdictChange'];
export type VerdictReason = components['schemas']['VerdictReason'];
export type Visibility = components['schemas']['Visibility'];
export type VisibilitySide = components['schemas']['VisibilitySide'];
export type WebhookSecret = components['schemas']['WebhookSecret'];
export type WeightMethod = components['schemas']['WeightMethod'];
export type WeightQuality = components['schemas']['WeightQuality'];
export type WeightSets = components['schemas']['WeightSets'];
export type WeightSource = components['schemas']['WeightSource'];
export type WeightsBy = components['schemas']['WeightsBy'];
export type WhatIf = components['schemas']['WhatIf'];
export type Written = components['schemas']['Written'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
