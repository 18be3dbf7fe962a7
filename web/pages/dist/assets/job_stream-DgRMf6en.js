import{C as e,E as t,S as n,k as r}from"./index-BjoDSxI7.js";function i(e){let t=e.replaceAll(`\r
`,`
`).split(`

`),n=t.pop()??``;return{data:t.map(e=>e.split(`
`).filter(e=>e.startsWith(`data:`)).map(e=>e.slice(5).trimStart()).join(`
`)).filter(e=>e!==``&&e!==`{}`),rest:n}}async function a(e,t,a){let o=(await r(n([`jobs`,e,`events`]),{headers:{Accept:`text/event-stream`},signal:a})).body?.pipeThrough(new TextDecoderStream).getReader(),s=``;for(;o;){let{done:e,value:n}=await o.read();if(e)return;let r=i(s+n);s=r.rest;for(let e of r.data)t(JSON.parse(e))}}async function o(e,r,i){for(let o=0;o<20;o+=1){let o=null;await a(e,e=>{o=e,r(e)},i).catch(e=>{if(i?.aborted)throw e});let s=o??await t(n([`jobs`,e]),i);if(s.is_ended)return s;await new Promise(e=>setTimeout(e,250))}return t(n([`jobs`,e]),i)}async function s(t){await e(n([`jobs`,t,`cancellation`]),{method:`POST`})}export{o as n,s as t};