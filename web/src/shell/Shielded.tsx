// SPDX-License-Identifier: Apache-2.0
// A view that cannot be drawn says so, and takes nothing else of the page with it.
import {Component, type ComponentChildren} from 'preact';
import {useWords} from '../words/context';

interface Props { name: string; at: unknown; children: ComponentChildren }
interface State { problem: string | null }

/** Tries again when `at` is another, a new answer for one. */
export class Shielded extends Component<Props, State> {
    override state: State = {problem: null};

    static override getDerivedStateFromError(error: unknown): State {
        return {problem: error instanceof Error ? error.message : String(error)};
    }

    override componentDidUpdate(before: Props) {
        if (before.at !== this.props.at && this.state.problem !== null)
            this.setState({problem: null});
    }

    override render({name, children}: Props, {problem}: State) {
        return problem === null ? children : <NotDrawn name={name} problem={problem} />;
    }
}

function NotDrawn({name, problem}: {name: string; problem: string}) {
    const {t} = useWords();
    return (
        <div role="alert" class="not-drawn">
            <p><b>{t('app.notDrawn', {name})}</b></p>
            <p class="soft">{t('app.notDrawnHow')} <code lang="en">{problem}</code></p>
        </div>
    );
}
