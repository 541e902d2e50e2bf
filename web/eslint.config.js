// SPDX-License-Identifier: Apache-2.0
import {defineConfig} from 'eslint/config';
import tseslint from 'typescript-eslint';
import hooks from 'eslint-plugin-react-hooks';

export default defineConfig(
    {ignores: ['dist/**', 'node_modules/**', 'engine/**']},
    tseslint.configs.strictTypeChecked,
    {
        languageOptions: {parserOptions: {projectService: {allowDefaultProject: ['*.js', 'tests/*.mjs']}}},
        plugins: {'react-hooks': hooks},
        rules: {
            'react-hooks/rules-of-hooks': 'error',
            '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
            '@typescript-eslint/no-confusing-void-expression': 'off',
            'max-lines': ['error', 400],
        },
    },
);
